import type { ActionName } from './facts';
import { appIdOf, type ItemPlan, userIdOf } from './items';
import type { OptionPlan } from './script';

type Members = Record<string, unknown>;

/** Tags as items give them, and as they are sent; two of them are the same set. */
const tagSets: ReadonlyArray<{ given: string | string[]; tags: string[] }> = [
  { given: 'vip', tags: ['vip'] },
  { given: ['vip', 'beta'], tags: ['vip', 'beta'] },
  { given: 'beta，vip ', tags: ['beta', 'vip'] },
  { given: '["新"]', tags: ['新'] },
  { given: ['beta', ''], tags: ['beta'] },
];

function tagSetOf({ tags = 0 }: ItemPlan) {
  return tagSets[tags % tagSets.length] as (typeof tagSets)[number];
}

/** The tags of an item as it gives them. */
export function givenTags(plan: ItemPlan): string | string[] {
  return tagSetOf(plan).given;
}

/** The tags of an item as they are sent. */
export function tagsOf(plan: ItemPlan): string[] {
  return tagSetOf(plan).tags;
}

/** What the requests of an item share: its app and, where tags are for all rows, the set of them. */
export function groupOf(appId: string, tags?: readonly string[]): string {
  return tags === undefined ? appId : `${appId} ${[...new Set(tags)].sort().join()}`;
}

/** The members of a user besides its id, in the API's names. Whether it is a robot is told only where it is registered. */
export function profileOf(plan: ItemPlan, action: ActionName): Members {
  const { IsRobot, ...profile } = allMembersOf(plan);
  return IsRobot === undefined || action === 'BatchUpdateUser' ? profile : { ...profile, IsRobot };
}

function allMembersOf(plan: ItemPlan): Members {
  const NickName = `王 ${plan.name}`;
  switch (plan.gives) {
    case 'nothing':
      return {};
    case 'robot':
      return { IsRobot: true };
    case 'tags':
      return { Tags: tagsOf(plan) };
    case 'all':
      return {
        NickName,
        Tags: tagsOf(plan),
        Portrait: 'https://example.com/a.png',
        Ext: { level: '7', 级: 'a' },
        IsRobot: false,
      };
    default:
      return { NickName };
  }
}

/** What a message says, which tells it from the others of its app; some say the same. */
export function wordsOf({ name }: ItemPlan, index: number): string {
  return name === 1 ? 'Hello all' : `Hello ${index}`;
}

/** The words of a message that was sent. */
export function wordsIn(content: unknown): string {
  return /Hello \w+/.exec(String(content))?.[0] ?? String(content);
}

/** How a broadcast is set up by its item: the node's parameters, by their names. */
export function messageFields(plan: ItemPlan, index: number): Members {
  const words = wordsOf(plan, index);
  const type = { robot: 'custom', all: 'other' }[plan.gives as string] ?? 'text';
  return {
    recipients: plan.gives === 'nothing' ? 'all' : 'tags',
    tagMatch: plan.gives === 'tags' ? 'all' : 'any',
    messageType: type,
    messageTypeCode: type === 'other' ? '10200' : '',
    text: type === 'text' ? words : '',
    content: type === 'text' ? '' : `{"say": "${words}"}`,
  };
}

/** The body of the request of a broadcast, its numbers as texts of digits. */
export function messageBody(plan: ItemPlan, index: number, options: OptionPlan): Members {
  const { recipients, tagMatch, messageType, content } = messageFields(plan, index);
  const text = JSON.stringify({ text: wordsOf(plan, index) });
  return {
    AppId: appIdOf(plan.app),
    Sender: userIdOf(plan.user),
    ...(recipients === 'tags' && { Tags: tagsOf(plan), TagOp: tagMatch === 'all' ? '1' : '0' }),
    MsgType: { text: '10001', custom: '10012' }[messageType as string] ?? '10200',
    Content: messageType === 'text' ? text : content,
    MsgTTL: String(options.expiresAfter ?? 86_400),
    ...(options.inbox !== undefined && { InboxType: String(options.inbox) }),
  };
}
