import type { Locator, Page } from 'playwright-core';
import { n8nVersion } from '../n8n';

const isN8n1 = n8nVersion.startsWith('1.');

/** The dialog in which a credential is made, changed and tested. */
export class CredentialDialog {
  private constructor(private readonly page: Page) {}

  static async on(page: Page): Promise<CredentialDialog> {
    await page.getByTestId('editCredential-modal').waitFor();
    return new CredentialDialog(page);
  }

  get text(): Locator {
    return this.page.getByTestId('editCredential-modal');
  }

  /** Fills fields in by their names. */
  async fill(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      await this.page.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
    }
  }

  /** Saves, upon which n8n tests the credential. */
  async save(): Promise<void> {
    await this.page.getByTestId('credential-save-button').click();
  }

  /** Saves a new credential, whose test succeeds. The dialog then closes by itself; that of n8n 1 has to be closed. */
  async saveNew(): Promise<void> {
    await this.save();
    if (isN8n1) {
      await this.success();
      await this.close();
    } else await this.closed();
  }

  /** Waits until the dialog says that the test has succeeded. */
  async success(): Promise<void> {
    await this.page.getByTestId('credentials-config-container-test-success').waitFor();
  }

  /** Waits until the dialog gives this reason for a test that failed; it may be folded away. */
  async failure(reason: string): Promise<void> {
    const more = this.text.getByText('More details');
    const given = this.text.getByText(reason);
    await more.or(given).waitFor();
    if (await more.isVisible()) await more.click();
    await given.waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.closed();
  }

  private async closed(): Promise<void> {
    await this.text.waitFor({ state: 'hidden' });
  }
}
