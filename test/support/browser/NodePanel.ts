import type { Locator, Page } from 'playwright-core';
import { CredentialDialog } from './CredentialDialog';

/** The panel of one node: its input, its parameters and its output. */
export class NodePanel {
  private constructor(private readonly page: Page) {}

  static async on(page: Page): Promise<NodePanel> {
    await page.getByTestId('ndv').waitFor();
    return new NodePanel(page);
  }

  get output(): Locator {
    return this.page.getByTestId('output-panel');
  }

  parameter(name: string): Locator {
    return this.page.getByTestId(`parameter-input-${name}`);
  }

  /** A field of the input, by its name. */
  inputField(name: string): Locator {
    return this.page.getByTestId('run-data-schema-item').getByText(name, { exact: true });
  }

  /** Drags a field of the input onto a parameter, and waits for the value that it has there. */
  async map(field: string, parameter: string): Promise<void> {
    await this.drag(field, parameter);
    await this.mapped(parameter);
  }

  /** Drags a field of the input onto a parameter. */
  async drag(field: string, parameter: string): Promise<void> {
    await this.inputField(field).hover();
    await this.page.mouse.down();
    const { x, y, width, height } = (await this.parameter(parameter).boundingBox())!;
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
    await this.page.mouse.up();
  }

  /** The value of the expression shows up once the editor has taken the parameter over. */
  async mapped(parameter: string): Promise<void> {
    await this.page.getByTestId(`parameter-expression-preview-${parameter}`).getByText(/[^\s]/).waitFor();
  }

  /** Writes into a parameter of text. */
  async fill(parameter: string, text: string): Promise<void> {
    await this.parameter(parameter).locator('input, textarea').first().fill(text);
  }

  async mapAutomatically(): Promise<void> {
    await this.page.getByTestId('mapping-mode-select').click();
    await this.page.getByText('Map Automatically', { exact: true }).click();
    await this.page.getByTestId('mapping-fields-container').waitFor({ state: 'hidden' });
  }

  /** Presses "Execute step", without waiting for what comes of it. */
  async pressExecute(): Promise<void> {
    await this.page.getByTestId('node-execute-button').click();
  }

  /** Runs the node, and returns the text of the given branch when it has items. */
  async execute(branch: string): Promise<string> {
    await this.pressExecute();
    return await this.branch(branch);
  }

  /** The text of the output with a branch open. */
  async branch(name: string): Promise<string> {
    const tab = this.output.getByTestId('branches').getByText(new RegExp(`^${name} Branch`));
    await tab.click();
    await this.output.getByText('outcome', { exact: true }).first().waitFor();
    return await this.output.innerText();
  }

  /** Picks one of a parameter's options, which are narrowed by typing. */
  async choose(parameter: string, option: string): Promise<void> {
    const field = this.parameter(parameter);
    await field.click();
    await this.page.keyboard.type(option);
    // "Register Users" is a part of "Unregister Users".
    const named = this.page.getByText(option, { exact: true });
    await this.page.getByRole('option').filter({ has: named }).click();
  }

  /** The names of the fields that are shown: parameters, the columns of a mapping, and options that were added. */
  async fields(): Promise<string[]> {
    const shown = this.page
      .getByTestId('node-parameters')
      .locator('[data-test-id^="parameter-input-"]:visible');
    const testIds = await shown.evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-test-id') ?? ''),
    );
    const names = testIds.map((testId) => testId.slice('parameter-input-'.length));
    // Parts of a field, and no fields themselves.
    return names.filter((name) => name !== 'field' && name !== 'hint');
  }

  /** The options that can be added yet. */
  async offeredOptions(): Promise<string[]> {
    const ofN8n1 = this.page.locator('.collection-parameter-wrapper .param-options');
    await this.page.getByTestId('collection-parameter-add').or(ofN8n1).click();
    const offered = this.page.getByRole('option');
    await offered.first().waitFor();
    const names = await offered.allInnerTexts();
    await this.page.keyboard.press('Escape');
    await offered.first().waitFor({ state: 'hidden' });
    return names;
  }

  /** The signs by fields that lack something, and by columns that are out of date. */
  get warnings(): Locator {
    return this.page.getByTestId('node-parameters').locator('svg[data-icon="triangle-alert"]');
  }

  /** Waits until the editor has refused to run the node for want of a parameter. n8n 1 names it at the sign by its field. */
  async refuses(parameter: string): Promise<void> {
    const named = this.page.getByText(`Parameter "${parameter}" is required.`);
    const ofN8n1 = this.page.getByText('The workflow has issues and cannot be executed').first();
    await named.or(ofN8n1).first().waitFor();
    if (!(await named.isVisible())) await this.warnings.hover();
    await named.waitFor();
  }

  /** What a parameter with options is set to, as it is shown. */
  async chosen(parameter: string): Promise<string> {
    return await this.parameter(parameter).locator('input').inputValue();
  }

  async chooseCredential(name: string): Promise<void> {
    await this.page.getByTestId('node-credentials-select').click();
    await this.page.getByRole('option', { name }).click();
  }

  /** Begins a credential: by a button where there is none yet, else by the list. */
  async createCredential(): Promise<CredentialDialog> {
    const first = this.page.getByRole('button', { name: 'Connect to Volcengine RTC' });
    const list = this.page.getByTestId('node-credentials-select');
    await first.or(list).waitFor();
    if (await first.isVisible()) await first.click();
    else {
      await list.click();
      await this.page.getByTestId('node-credentials-select-item-new').click();
    }
    return await CredentialDialog.on(this.page);
  }

  async editCredential(): Promise<CredentialDialog> {
    await this.page.getByTestId('credential-edit-button').click();
    return await CredentialDialog.on(this.page);
  }

  async rename(name: string): Promise<void> {
    const title = this.page.getByTestId('node-title-container');
    // While a field has the focus, a click on the name does no more than leave that field.
    await this.page.getByTestId('tab-params').click();
    await title.getByTestId('inline-edit-preview').click();
    await title.getByTestId('inline-edit-input').fill(name);
    await this.page.keyboard.press('Enter');
  }

  get closeButton(): Locator {
    const ofN8n1 = this.page.getByTestId('back-to-canvas');
    return this.page.getByTestId('ndv-close-button').or(ofN8n1);
  }

  async close(): Promise<void> {
    await this.closeButton.click();
    await this.closed();
  }

  async closed(): Promise<void> {
    await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
  }
}
