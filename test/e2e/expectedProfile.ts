import type { Profile } from '../support/emulator';
import type { Row } from '../support/n8n';

/** What the service should know of the user in a row of the example, worked out apart from the product. */
export function expectedProfile(row: Row): Profile {
  const profile: Profile = {};
  const tags = tagsOf(row.Tags ?? '');
  const ext = Object.entries(JSON.parse(row.Ext || '{}') as Record<string, unknown>);
  if (row['Nick Name']) profile.NickName = row['Nick Name'];
  if (row.Portrait) profile.Portrait = row.Portrait;
  if (tags.length > 0) profile.Tags = tags;
  if (ext.length > 0) profile.Ext = Object.fromEntries(ext.map(([key, value]) => [key, String(value)]));
  if (row['Is Robot']) profile.IsRobot = ['true', 'yes', '1'].includes(row['Is Robot'].toLowerCase());
  return profile;
}

function tagsOf(text: string): string[] {
  if (text.startsWith('[')) return JSON.parse(text) as string[];
  return text === '' ? [] : text.split(',').map((tag) => tag.trim());
}
