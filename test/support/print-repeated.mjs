/** Names the tests of a report that passed at a later attempt only: what fails now and then is seldom the machine's fault alone. */
export function printRepeated({ testResults }) {
  const repeated = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(
      ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0,
    ),
  );
  if (repeated.length === 0) return;
  console.log('\nPassed at a later attempt only:');
  for (const { fullName, failureMessages } of repeated) {
    console.log(`  ${fullName}`);
    for (const message of failureMessages) console.log(`    ${message.split('\n', 1)[0]}`);
  }
}
