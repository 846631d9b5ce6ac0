/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a process of its own, outside n8n */
import { join } from 'node:path';
import type { ICredentialType, INodeTypes } from 'n8n-workflow';
import type { Job } from '../job';
import type { Engine } from './loadEngine';

/** The types that a workflow may name. */
export interface LoadedTypes {
  nodeTypes: INodeTypes;
  credentialType(name: string): ICredentialType;
}

/** Loads n8n's own nodes and this package as n8n does: by its own loaders, which read codex and icons too. */
export async function loadNodes(
  { core, workflow }: Engine,
  { engineFolder, packageFolder }: Job,
): Promise<LoadedTypes> {
  const base = new core.LazyPackageDirectoryLoader(join(engineFolder, 'node_modules', 'n8n-nodes-base'));
  const ours = new core.PackageDirectoryLoader(packageFolder);
  for (const loader of [base, ours]) await loader.loadAll();
  const nodeNamed = (fullName: string) => {
    const [packageName, name] = fullName.split('.') as [string, string];
    const loader = [base, ours].find((one) => one.packageName === packageName);
    if (loader === undefined) throw new Error(`The package ${packageName} is not installed`);
    return loader.getNode(name).type;
  };
  return {
    nodeTypes: {
      getByName: nodeNamed,
      getByNameAndVersion: (name, version) =>
        workflow.NodeHelpers.getVersionedNodeType(nodeNamed(name), version),
      getKnownTypes: () => ({}),
    },
    credentialType: (name) => ours.getCredential(name).type,
  };
}
