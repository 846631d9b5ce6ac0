// A node that only calls n8n's HTTP helper, with bodies that are ready: the least that any node in n8n can cost.
const { readFileSync } = require('node:fs');
const { atAnEvenPace } = require('../pace.cjs');

exports.BareLoop = class BareLoop {
  description = {
    displayName: 'Bare Loop',
    name: 'bareLoop',
    group: ['transform'],
    version: 1,
    description: "Calls n8n's HTTP helper in a loop",
    defaults: { name: 'Bare Loop' },
    inputs: ['main'],
    outputs: ['main'],
    credentials: [{ name: 'volcengineRtcApi', required: true }],
    properties: [{ displayName: 'Request File', name: 'requestFile', type: 'string', default: '' }],
  };

  async execute() {
    const requests = JSON.parse(readFileSync(this.getNodeParameter('requestFile', 0), 'utf8'));
    const options = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
    };
    await atAnEvenPace(requests, async ({ url, body }) => {
      await this.helpers.httpRequestWithAuthentication.call(this, 'volcengineRtcApi', {
        ...options,
        url,
        body,
      });
    });
    return [this.getInputData()];
  }
};
