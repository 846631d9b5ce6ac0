import { parse, stringify } from 'lossless-json';

interface Found {
  Result?: { Users?: Array<{ UserId: unknown }> | null; NotFoundUsers?: unknown[] | null };
}

/** An answer of BatchGetUser that says nothing of some users. */
export function withoutUsers(body: string | Buffer, userIds: ReadonlySet<string>): string {
  const answer = parse(body.toString()) as Found;
  const isKept = (id: unknown) => !userIds.has(String(id));
  const { Users, NotFoundUsers } = answer.Result ?? {};
  const Result = {
    Users: (Users ?? []).filter(({ UserId }) => isKept(UserId)),
    NotFoundUsers: (NotFoundUsers ?? []).filter(isKept),
  };
  return stringify(answer.Result == null ? answer : { ...answer, Result }) as string;
}
