/**
 * An expression for the address that is asked who a key belongs to: the credential's Endpoint, but for none and for
 * hosts of Volcengine and BytePlus. There GetCallerIdentity is an API of STS, which has a host of its own.
 *
 * @see https://www.volcengine.com/docs/6257/1902650
 */
export const identityEndpoint = `={{ ($credentials.endpoint || "").trim()${asks('byteplusapi')}${asks('volcengineapi')} || "https://sts.volcengineapi.com" }}`;

function asks(domain: string): string {
  const host = String.raw`^https?:\/\/([\w-]+\.)+${domain}\.com(?![^:\/?#]).*`;
  return `.replace(/${host}/is, "https://sts.${domain}.com")`;
}
