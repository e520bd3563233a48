/** What the runner says to a sandbox. */
export interface Job {
  readonly id: number;
  readonly requestId: string;
  readonly payload: string;
  readonly deadline: number;
}

export interface Failure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What a sandbox says to the runner. */
export type Report =
  | { readonly kind: 'ready'; readonly initMs: number }
  | { readonly kind: 'broken'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly id: number; readonly payload: string }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

export interface SandboxData {
  readonly file: string;
  readonly exported: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}
