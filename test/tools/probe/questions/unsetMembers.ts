import { profileOf, shown } from '../asking/profiles';
import type { Question } from '../asking/question';
import { registered } from '../asking/register';

const members = ['NickName', 'Portrait', 'Tags', 'Ext', 'IsRobot', 'CreateTime', 'ModifyTime'];

export const unsetMembers: Question = {
  asks: 'How does BatchGetUser write what a user does not have (registered with an id alone)?',
  async ask(session) {
    const [id] = await registered(session, 1);
    const profile = await profileOf(session, id!);
    return `${members.map((member) => `${member} ${shown(profile[member])}`).join(', ')}.`;
  },
};
