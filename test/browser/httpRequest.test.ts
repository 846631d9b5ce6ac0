import { sampleAccount } from '../support/emulator';
import { Canvas } from '../support/browser/Canvas';
import { createCredential } from '../support/browser/createCredential';
import { setStage } from '../support/browser/setStage';
import type { Stage } from '../support/browser/Stage';
import { callerIdentity } from '../support/browser/workflows';

describe("n8n's HTTP Request node", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });

  afterAll(async () => await stage?.clear());

  it('offers the credential, and signs with it', async () => {
    const { name } = await createCredential(stage);
    const page = await stage.open(callerIdentity(stage.emulator));
    const panel = await new Canvas(page).openNode('HTTP Request');
    await panel.choose('authentication', 'Predefined Credential Type');
    await panel.choose('nodeCredentialType', 'Volcengine RTC API');
    await panel.chooseCredential(name);
    await panel.pressExecute();
    await panel.output.getByText(sampleAccount.accountId).first().waitFor();
    expect(stage.emulator.arrivals).toMatchObject([{ accountId: sampleAccount.accountId, status: 200 }]);
  });
});
