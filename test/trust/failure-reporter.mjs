import { appendFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/**
 * A reporter that adds to the table of trust what the tests themselves cannot: those that failed, did not come to run, or
 * passed only when tried again. Without it a failure would be a row that is missing.
 */
export default class FailureReporter {
  onTestCaseResult(test) {
    if (!isOfTrust(test.module)) return;
    const { state, errors = [] } = test.result();
    const retries = test.diagnostic()?.retryCount ?? 0;
    if (state === 'failed') note(test.name, firstLine(errors[0]));
    else if (state !== 'passed') note(test.name, 'did not run');
    else if (retries > 0) note(test.name, `passed only at attempt ${retries + 1}`, 'passed');
  }

  onTestSuiteResult(suite) {
    if (!isOfTrust(suite.module)) return;
    for (const error of suite.errors()) note(suite.name, firstLine(error));
  }

  onTestModuleEnd(module) {
    if (!isOfTrust(module)) return;
    for (const error of module.errors()) note(module.relativeModuleId, firstLine(error));
  }

  onTestRunEnd(_modules, unhandledErrors) {
    for (const error of unhandledErrors) note('beside the tests', firstLine(error));
  }
}

function isOfTrust({ moduleId }) {
  return relative(process.cwd(), moduleId).startsWith(`test${sep}trust${sep}`);
}

function note(what, reason, outcome = 'failed') {
  const report = process.env['OFFTAKE_TRUST_REPORT'];
  if (report !== undefined) appendFileSync(report, `${JSON.stringify({ what, outcome, note: reason })}\n`);
}

function firstLine(error) {
  return (error?.message ?? 'for no reason given').split('\n')[0];
}
