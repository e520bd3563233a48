import type { BaseServices } from '../runtime/bind.ts';

export type OperationsServices = BaseServices;
