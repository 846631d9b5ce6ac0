export declare function npmFailure(exitCode: number | null, output: string): string;
