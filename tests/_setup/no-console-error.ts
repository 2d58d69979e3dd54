import { format } from 'node:util'

/** An unexpected `console.error` fails the test. A test that expects one replaces it: `jest.spyOn(console, 'error')`. */
const unexpected: string[] = []

console.error = (...parts: unknown[]) => {
  unexpected.push(format(...parts))
}

function failOnUnexpected(): void {
  const seen = unexpected.splice(0)
  if (seen.length > 0) throw new Error(`unexpected console.error:\n${seen.join('\n')}`)
}

afterEach(failOnUnexpected)
afterAll(failOnUnexpected)
