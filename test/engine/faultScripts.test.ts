import { checkLaws } from '../property/faults/checkLaws';
import { endLaws } from '../property/faults/laws/endLaws';
import { itemLaws } from '../property/faults/laws/itemLaws';
import { sendingLaws } from '../property/faults/laws/sendingLaws';
import { truthLaws } from '../property/faults/laws/truthLaws';
import { playOverSockets } from '../property/faults/overSockets/playOverSockets';
import { socketScripts } from '../property/faults/overSockets/socketScripts';
import { eachOf } from '../property/faults/overSockets/eachOf';

/** The laws of pace are for the virtual clock; here a busy machine would break them. */
const laws = { ...endLaws, ...itemLaws, ...truthLaws, ...sendingLaws };

test('Success and Failed are the input and tell the truth, on the engine and over sockets', async () => {
  await eachOf(socketScripts, 150, async (script, name) =>
    checkLaws(await playOverSockets(script, name), laws),
  );
}, 90_000);
