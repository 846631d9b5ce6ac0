export declare function npmScript(): string;
