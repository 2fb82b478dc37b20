import { cloudWatch } from "../../cloudwatch.js";

/** The local CloudWatch did not answer at all, so nothing is wrong with the question. */
export class Unreachable extends Error {}

/**
 * Asks CloudWatch.
 *
 * @throws {Unreachable} when it cannot be reached
 * @throws {Error} with its own message, when it refuses
 */
export async function ask(operation, request) {
  try {
    return await cloudWatch(operation, request);
  } catch (error) {
    // That is how a browser says that there was no answer.
    throw error instanceof TypeError || error instanceof SyntaxError
      ? new Unreachable("The local CloudWatch does not answer.")
      : error;
  }
}
