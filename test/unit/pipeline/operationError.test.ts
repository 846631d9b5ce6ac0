import type { INode } from 'n8n-workflow';
import { operationError } from '../../../nodes/VolcengineRtc/pipeline/operationError';

const node = { name: 'Volcengine RTC', type: 'volcengineRtc' } as INode;

test('the error that stops the node has both parts, and the item that it is about', () => {
  const error = operationError(node, { message: 'It is off.', description: 'Set it.' }, 7);
  expect(error).toMatchObject({ name: 'NodeOperationError', message: 'It is off.', description: 'Set it.' });
  expect(error.context.itemIndex).toBe(7);
});

test('it keeps a message that names an errno, in place of which n8n would put words of its own', () => {
  expect(operationError(node, { message: 'Failed: ECONNREFUSED.' }).message).toBe('Failed: ECONNREFUSED.');
});
