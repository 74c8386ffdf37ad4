/** Why an account can't be invited or changed. */
export type AccountProblem =
  /** No such account in this province. */
  | 'unknown'
  /** Somebody else has changed the account since it was shown. */
  | 'changed_meanwhile'
  /** Nobody disables or demotes themselves: a province must not be left without an admin by mistake. */
  | 'own_account'
  /** A grant of another province or of the operator was asked for, or is held and would be touched. */
  | 'not_of_province'
  /** Somebody has an account with this address already, perhaps in another province. */
  | 'email_taken';
