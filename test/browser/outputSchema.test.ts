import type { Page } from 'playwright-core';
import { Canvas } from '../support/browser/Canvas';
import { createCredential } from '../support/browser/createCredential';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { rowsAndNode } from '../support/browser/workflows';

describe('the fields of an outcome, before the node has run', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    const workflow = rowsAndNode(await createCredential(stage));
    const stop = { type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: '' } };
    workflow.nodes = workflow.nodes.map((node) => (node.name === 'Refused' ? { ...node, ...stop } : node));
    page = await stage.open(workflow);
  });
  afterAll(async () => await stage?.clear());

  it('can be dragged into the node behind it', async () => {
    const panel = await new Canvas(page).openNode('Refused');
    await panel.drag('message', 'errorMessage');
    // A panel that is closed before the editor has taken the field over forgets it.
    await panel.parameter('errorMessage').getByText('$json.outcome.message').first().waitFor();
    await panel.close();
    const { nodes } = await stage.saved(page, 'outcome.message');
    expect(nodes.find(({ name }) => name === 'Refused')?.parameters).toEqual({
      errorMessage: '={{ $json.outcome.message }}',
    });
    expect(stage.emulator.arrivals).toEqual([]);
  });
});
