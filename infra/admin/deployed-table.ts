import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { lineOf, Refused, Trouble } from './refusal.ts';

/**
 * The table of a deployed stage. CloudFormation makes its name up from those of the stack and the construct
 * (infra/aws/feedback-stack.ts) and a random end.
 */
export const tableOfStage = async (stage: string, client = new DynamoDBClient({})): Promise<string> => {
  const prefix = `ThuocDo-${stage}-FeedbackTable`;
  const names: string[] = [];
  try {
    for await (const page of paginateListTables({ client }, {})) {
      names.push(...(page.TableNames ?? []).filter((name) => name.startsWith(prefix)));
    }
  } catch (error) {
    throw new Trouble(`can't look for the table of stage ${stage}: ${lineOf(error)}`);
  }
  const [name, ...others] = names;
  if (name === undefined) throw new Refused(`there is no table of stage ${stage} in this account and region`);
  if (others.length > 0) {
    // A table outlives its stack.
    throw new Refused(`stage ${stage} has several tables, choose one with --table: ${names.join(', ')}`);
  }
  return name;
};
