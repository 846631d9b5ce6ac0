import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { givenTags, messageFields, profileOf } from './content';
import { factsOf, type OperationName } from './facts';
import { appIdOf, type ItemPlan, userIdOf } from './items';

/** Why an item cannot be sent: what is wrong with its app, its id, or what it gives. */
const ofApp: readonly IDataObject[] = [{ app: 'no app' }, { app: '' }, { app: '5f3c0a1b2c3d4e5f6a7b8c9d' }];

const ofId: readonly IDataObject[] = [
  { UserId: 'ann' },
  { UserId: '' },
  { UserId: null },
  { UserId: -5 },
  { UserId: 2 ** 53 },
  { UserId: '9223372036854775808' },
  { UserId: '1.23E+18' },
  { UserId: '1\u200b2' },
];

const ofName: readonly IDataObject[] = [
  { NickName: 'n'.repeat(101) },
  { NickName: 2 ** 60 },
  { NickName: { first: 'Ann' } },
];

const ofRobot: readonly IDataObject[] = [{ IsRobot: 'perhaps' }];

const ofTags: readonly IDataObject[] = [
  { Tags: '' },
  { Tags: ' , ' },
  { Tags: '["vip"' },
  { Tags: [['vip']] },
];

const noRecipients: readonly IDataObject[] = [
  { recipients: 'tags', Tags: '' },
  { recipients: 'tags', Tags: ' ，' },
];

const ofMessage: readonly IDataObject[] = [
  { Sender: 'ann' },
  { Sender: '' },
  { recipients: 'nobody' },
  { messageType: 'text', text: '' },
  { messageType: 'custom', content: '{"say"' },
  { messageType: 'other', messageTypeCode: '0', content: '{}' },
  { messageType: 'song' },
  ...noRecipients,
];

function flawsOf(operation: OperationName): readonly IDataObject[] {
  switch (factsOf({ operation }).items) {
    case 'profiles':
      return [...ofId, ...ofApp, ...ofName, ...(operation === 'updateUsers' ? [] : ofRobot)];
    case 'ids':
      return [...ofId, ...ofApp];
    case 'tagged':
      return [...ofId, ...ofApp, ...ofTags];
    case 'messages':
      return [...ofApp, ...ofMessage];
  }
}

/** What is wrong with an item: the members that it has otherwise. */
function flawOf({ flaw }: ItemPlan, operation: OperationName): IDataObject {
  const flaws = flawsOf(operation);
  return flaw === undefined ? {} : (flaws[flaw % flaws.length] as IDataObject);
}

/** Whether it can be told of whom an item is, whatever else is wrong with it. */
export function isUserReadable(plan: ItemPlan, operation: OperationName): boolean {
  const { items } = factsOf({ operation });
  const hidden = items === 'tagged' ? ['UserId', 'app', 'Tags'] : ['UserId', 'app'];
  return items !== 'messages' && !hidden.some((member) => member in flawOf(plan, operation));
}

/** The code of an item that cannot be sent; undefined for one that can. */
export function invalidCode(plan: ItemPlan, operation: OperationName): string | undefined {
  const flaw = flawOf(plan, operation);
  if (plan.flaw !== undefined && noRecipients.includes(flaw)) return 'NoRecipients';
  if (plan.flaw !== undefined)
    return factsOf({ operation }).items === 'messages' ? 'InvalidItem' : 'InvalidUser';
  const givesNothing = Object.keys(profileOf(plan, 'BatchUpdateUser')).length === 0;
  return operation === 'updateUsers' && givesNothing ? 'NothingToUpdate' : undefined;
}

/** An id as a careless list has it: as a number, with zeros or blanks around it, in digits of another width. */
function spell(digits: string, spelling: number): string | number {
  const isExact = Number.isSafeInteger(Number(digits));
  const fullWidth = digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const exact = isExact ? [Number(digits), `${digits}.0`] : [digits, digits];
  const spellings = [
    digits,
    exact[0],
    `00${digits}`,
    ` ${digits} `,
    `\ufeff${digits}\u200b`,
    fullWidth,
    exact[1],
  ];
  return spellings[spelling % spellings.length] as string | number;
}

/** The item that a plan stands for. */
export function itemOf(plan: ItemPlan, index: number, operation: OperationName): INodeExecutionData {
  const json = {
    ...fieldsOf(plan, index, operation),
    app: appIdOf(plan.app),
    other: { row: index, kept: [null, true] },
    ...flawOf(plan, operation),
  };
  const binary = index % 7 === 3 ? { file: { data: 'YQ==', mimeType: 'text/plain' } } : undefined;
  return { json, ...(binary && { binary }) };
}

function fieldsOf(plan: ItemPlan, index: number, operation: OperationName): IDataObject {
  const id = spell(userIdOf(plan.user), plan.spelling);
  switch (factsOf({ operation }).items) {
    case 'profiles': {
      const profile = profileOf(plan, 'RegisterUsers') as IDataObject;
      return { UserId: id, ...profile, ...('Tags' in profile && { Tags: givenTags(plan) }) };
    }
    case 'ids':
      return { UserId: id };
    case 'tagged':
      return { UserId: id, Tags: givenTags(plan) };
    case 'messages':
      return { Sender: id, Tags: givenTags(plan), ...(messageFields(plan, index) as IDataObject) };
  }
}
