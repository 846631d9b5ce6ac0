/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- it opens nothing */
import type { Page } from 'playwright-core';
import { sampleAccount } from '../support/emulator';
import { Canvas } from '../support/browser/Canvas';
import type { CredentialDialog } from '../support/browser/CredentialDialog';
import type { NodePanel } from '../support/browser/NodePanel';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { credentialFields, rowsAlone } from '../support/browser/workflows';

describe('in the editor', () => {
  let stage: Stage;
  let page: Page;
  let canvas: Canvas;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(rowsAlone());
    canvas = new Canvas(page);
  });

  afterAll(async () => await stage?.clear());

  it.each(['Volcengine', 'register users'])('the node is found by the words "%s"', async (words) => {
    expect(await canvas.search(words)).toEqual(['Volcengine RTC']);
  });

  describe('the node that is added', () => {
    let panel: NodePanel;
    let dialog: CredentialDialog;

    beforeAll(async () => {
      panel = await canvas.add('Volcengine RTC', 'Register users');
    });

    it('asks for a credential whose test succeeds', async () => {
      dialog = await panel.createCredential();
      await dialog.fill(credentialFields(stage.emulator));
      await dialog.saveNew();
      expect(stage.emulator.arrivals).toMatchObject([{ accountId: sampleAccount.accountId, status: 200 }]);
      dialog = await panel.editCredential();
      await dialog.success();
    });

    it('learns that the secret is wrong', async () => {
      await dialog.fill({ secretAccessKey: 'bm90LXRoZS1yaWdodC1zZWNyZXQ=' });
      await dialog.save();
      await dialog.failure('The Secret Access Key does not belong to this Access Key ID.');
    });

    it('learns that the key is unknown', async () => {
      await dialog.fill({ ...credentialFields(stage.emulator), accessKeyId: 'AKLTnobody' });
      await dialog.save();
      await dialog.failure('Volcengine does not know this Access Key ID.');
      expect(stage.emulator.arrivals.at(-1)).toMatchObject({ code: 'InvalidAccessKey' });
    });

    it('keeps the credential', async () => {
      await dialog.close();
      const { nodes } = await stage.saved(page, 'Volcengine RTC account');
      expect(nodes[1]).toMatchObject({
        type: 'n8n-nodes-volcengine-rtc.volcengineRtc',
        credentials: { volcengineRtcApi: { name: expect.stringContaining('Volcengine RTC') as string } },
      });
    });
  });
});
