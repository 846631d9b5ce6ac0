import type { Locator, Page } from 'playwright-core';
import { NodePanel } from './NodePanel';

/** The drawing of a workflow. */
export class Canvas {
  constructor(private readonly page: Page) {}

  node(name: string): Locator {
    return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
  }

  /** The sign on a node that lacks something. */
  issues(name: string): Locator {
    return this.node(name).getByTestId('node-issues');
  }

  /** Asks for what may follow the last node, and searches in it. Returns the names that are found. */
  async search(text: string): Promise<string[]> {
    const search = this.page.getByTestId('node-creator-search-bar');
    if (!(await search.isVisible())) await this.page.getByTestId('canvas-handle-plus').last().click();
    await search.fill(text);
    const found = this.page.getByTestId('node-creator-item-name');
    await found.getByText(/Volcengine/).waitFor();
    return await found.allInnerTexts();
  }

  /** Adds the node that was found, by its action. */
  async add(name: string, action: string): Promise<NodePanel> {
    await this.page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).click();
    await this.page.getByTestId('item-iterator-item').getByText(action, { exact: true }).click();
    return await NodePanel.on(this.page);
  }

  async openNode(name: string): Promise<NodePanel> {
    await this.node(name).dblclick();
    return await NodePanel.on(this.page);
  }

  get executeButton(): Locator {
    return this.page.getByTestId('execute-workflow-button');
  }

  /** Runs the workflow, and waits until a node has run. */
  async execute(lastNode: string): Promise<void> {
    await this.executeButton.click();
    await this.hasRun(lastNode);
  }

  async isRunning(name: string): Promise<void> {
    await this.node(name).and(this.page.locator('.running')).waitFor();
  }

  async hasRun(name: string): Promise<void> {
    await this.node(name).getByTestId('canvas-node-status-success').waitFor();
  }

  /** What is written on the lines between the nodes, as soon as so many of them say something. */
  async counts(length: number): Promise<string[]> {
    const counts = this.page.getByTestId('edge-label').filter({ hasText: /item/ });
    await counts.nth(length - 1).waitFor();
    return await counts.allInnerTexts();
  }
}
