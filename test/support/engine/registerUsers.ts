/** The node registers users where a test does not set another operation. */
export {
  credentialFor,
  type NodeResult,
  type NodeSetUp as RegisterUsersSetUp,
  runNode as registerUsers,
  startNode as startRegisterUsers,
} from './runNode';
