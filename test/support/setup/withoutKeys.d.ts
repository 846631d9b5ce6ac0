export function withoutKeys(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
