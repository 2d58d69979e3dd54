import { spawn } from 'node:child_process'

export const isRoot = () => process.getuid?.() === 0

/** Installs packages of Debian or Ubuntu without a question; false when that did not work, with apt's words on stderr. */
export async function aptInstall(...names) {
  console.log(`installing ${names.join(' ')} from the system's packages`)
  return (await apt('update')) && (await apt('install', '-y', '--no-install-recommends', ...names))
}

function apt(...words) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn('apt-get', ['-qq', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
