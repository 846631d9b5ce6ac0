/** The built package, as n8n loads it; its types are those of the sources, so that they hold before the first build. */
export const { VolcengineRtc } = jest.requireActual<
  typeof import('../../../nodes/VolcengineRtc/VolcengineRtc.node')
>('../../../dist/nodes/VolcengineRtc/VolcengineRtc.node.js');

export const { VolcengineRtcApi } = jest.requireActual<
  typeof import('../../../credentials/VolcengineRtcApi.credentials')
>('../../../dist/credentials/VolcengineRtcApi.credentials.js');
