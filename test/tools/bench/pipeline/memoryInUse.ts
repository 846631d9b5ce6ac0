/* eslint-disable @n8n/community-nodes/no-restricted-globals -- asks the engine, outside n8n */
import { collectGarbage } from '../collectGarbage';

/** Bytes that are still in use, on the heap and in typed arrays beside it; takes a whole garbage collection. */
export function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
