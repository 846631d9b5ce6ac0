export { sampleAccount, sampleAppId, type Account } from './account';
export type { Fault, FaultRequest, Faults, Rejection } from './faults/fault';
export type { EmulatorOptions, Throttle } from './options';
export { startEmulator, type Emulator } from './server/startEmulator';
export type { Arrival } from './state/arrivals';
export type { Ledger, Profile, RegisteredUser } from './state/ledger';
