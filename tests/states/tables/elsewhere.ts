/** Writes on which no state of a record bears, each with the reason or the place where its states are tried. */
export const withoutState: Record<string, string> = {
  'aid.withdrawShare': 'goes with the act, whose other shares decide: commands/acts/acts.test.ts',
  'care.orderRoute': 'an order on paper, of whatever cases are visited that day',
  'care.printWeekLists': 'a list on paper, of whatever volunteers have visits that week',
  'care.searchCases': 'reads',
  'children.chooseComparedChild': 'states of a list of civil affairs: commands/lists/compare-list.test.ts',
  'children.decideComparedRows': 'states of a list of civil affairs: commands/lists/compare-list.test.ts',
  'children.findDuplicateChildren': 'reads',
  'children.registerChild': 'nothing is there before',
  'children.requestTransfer': 'names nobody by id; what stands against it lies outside the range: the tests of transfers',
  'children.searchChildren': 'reads',
  'protection.recordHolidayYear': 'a year has no states',
  'protection.recordIncident': 'children in any state may be touched by an incident',
  'protection.saveComplianceReport': 'belongs to a unit and a year: the test of the report',
  'referrals.addBody': 'nothing is there before',
  'referrals.updateBody': 'an entry of the directory has no states',
  'safeguarding.assignDesignee': 'nothing is there before',
}
