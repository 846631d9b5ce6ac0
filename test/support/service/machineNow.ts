/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the tests run outside n8n */
/** Milliseconds on the monotonic clock of the machine, which all of its processes share. */
export function machineNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
