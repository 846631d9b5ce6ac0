import type {
  ICredentialDataDecryptedObject,
  ICredentialTestRequest,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
  Icon,
} from 'n8n-workflow';
import { accessKeyOf, endpointFor, regionOf } from './account';
import { regions, scopeOf } from './region';
import type { SignableOptions } from './request/signableOptions';
import { signedOptions } from './request/signedOptions';
import { identityEndpoint } from './identity/identityEndpoint';
import { identityRules, redirectStatuses } from './identity/identityRules';

/** Access to the OpenAPI of a Volcengine account: every request that it authenticates is signed. */
export class VolcengineRtcApi implements ICredentialType {
  name = 'volcengineRtcApi';

  displayName = 'Volcengine RTC API';

  icon: Icon = { light: 'file:../icons/volcengineRtc.svg', dark: 'file:../icons/volcengineRtc.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-volcengine-rtc/n8n-nodes-volcengine-rtc#credentials';

  properties: INodeProperties[] = [
    {
      displayName: 'Access Key ID',
      name: 'accessKeyId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. AKLT...',
      description:
        'From the <a href="https://console.volcengine.com/iam/keymanage/" target="_blank">access keys page</a>. Prefer the keys of a sub-user with the <a href="https://www.volcengine.com/docs/6348/1134900" target="_blank">policy RTCFullAccess</a>.',
    },
    {
      displayName: 'Secret Access Key',
      name: 'secretAccessKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
    {
      displayName: 'Session Token',
      name: 'sessionToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description: 'Only for temporary keys from STS. Leave empty for permanent keys.',
    },
    {
      displayName: 'Region',
      name: 'region',
      type: 'options',
      options: regions.map(({ id, name, endpoint }) => ({
        name,
        value: id,
        description: new URL(endpoint).host,
      })),
      default: 'cn-north-1',
      description: 'Where the IM app was created',
    },
    {
      displayName: 'Endpoint',
      name: 'endpoint',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://rtc-gateway.example.com',
      description:
        "Base URL to use instead of the region's own, for a gateway, a private line or a local emulator",
    },
  ];

  test: ICredentialTestRequest = {
    request: {
      baseURL: identityEndpoint,
      url: '/?Action=GetCallerIdentity&Version=2018-01-01',
      method: 'GET',
      // The reason of a refusal is in its body, which the rules can read when the status raises no error. That of a
      // redirect is its status, which they can read when it does.
      ignoreHttpStatusErrors: { ignore: true, except: redirectStatuses },
    },
    rules: identityRules,
  };

  /** Signs a request with the access key; the only place that does. */
  authenticate = async (
    credentials: ICredentialDataDecryptedObject,
    requestOptions: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    const region = regionOf(credentials);
    return signedOptions(
      requestOptions as SignableOptions,
      accessKeyOf(credentials),
      endpointFor(credentials),
      (hostname) => scopeOf(hostname, region),
      new Date(),
    ) as IHttpRequestOptions;
  };
}
