/**
 * Tests that run real programs, sockets and browsers may once miss their moment on a machine that other work keeps busy.
 * Such a test is run a second time; the first failure is printed with the run, and what fails twice has failed. Rules,
 * properties and drawings get no second look.
 */
const path = expect.getState().testPath ?? ''
if (/\/tests\/(journeys|faults|server\/(http|live|cli))\//.test(path))
  jest.retryTimes(1, { logErrorsBeforeRetry: true })
