import type { Browser, Page } from 'playwright-core';
import { startEmulator, type Emulator } from '../emulator';
import { until, type Rest, type Workflow } from '../n8n';
import { launchBrowser } from './launchBrowser';

export interface Look {
  colorScheme?: 'light' | 'dark';
}

/** n8n in a browser, beside an emulator of the API. */
export class Stage {
  private constructor(
    readonly emulator: Emulator,
    private readonly url: string,
    readonly rest: Rest,
    private readonly browser: Browser,
  ) {}

  static async set(url: string, rest: Rest): Promise<Stage> {
    return new Stage(
      await startEmulator({ requestsPerSecond: 'documented' }),
      url,
      rest,
      await launchBrowser(),
    );
  }

  /** Creates a workflow and opens it in a browser that nobody has used before. */
  async open(workflow: Workflow, look: Look = {}): Promise<Page> {
    // n8n 1 wants to be told that it is not active.
    const inactive = { ...workflow, active: false };
    const { id } = await this.rest.call<{ id: string }>('POST', '/rest/workflows', inactive);
    const page = await this.visit(`/workflow/${id}`, look);
    await page.getByTestId('canvas-node').first().waitFor();
    return page;
  }

  /** Opens a new workflow, as a person does who begins with nothing. */
  async openNew(): Promise<Page> {
    return await this.visit('/workflow/new');
  }

  private async visit(path: string, { colorScheme = 'light' }: Look = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
      colorScheme,
    });
    context.setDefaultTimeout(30_000);
    await context.addCookies([{ ...this.rest.cookie, url: this.url }]);
    const page = await context.newPage();
    await page.goto(`${this.url}${path}`);
    return page;
  }

  /** The workflow on the page as n8n has stored it, as soon as that holds a text. n8n 1 stores changes when it is told. */
  async saved(page: Page, text: string): Promise<Workflow> {
    const id = new URL(page.url()).pathname.split('/')[2];
    await page.keyboard.press('Control+s');
    return await until('n8n has stored the change', async () => {
      const workflow = await this.rest.call<Workflow>('GET', `/rest/workflows/${id}`);
      return JSON.stringify(workflow.nodes).includes(text) && workflow;
    });
  }

  async clear(): Promise<void> {
    await this.browser.close();
    await this.emulator.close();
  }
}
