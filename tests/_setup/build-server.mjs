import { bundleServer } from '../../scripts/server-bundle.mjs'

/** The journal runs in a worker thread, which needs a program on disk; nothing is done when it is up to date. */
export default async function buildServer() {
  await bundleServer()
}
