export declare function nodeProblem(version: string, engines: string): string | undefined;
