/**
 * Asks the local CloudWatch, through its read-only way in.
 *
 * @param {string} operation for example "GetMetricData"
 * @param {object} request as in CloudWatch's API reference; times are epoch seconds
 * @returns {Promise<object>} the operation's answer; times are epoch seconds
 * @throws {Error} with CloudWatch's own message, when it refuses or cannot be reached
 */
export async function cloudWatch(operation, request) {
  const response = await fetch("/_local/cloudwatch", {
    method: "POST",
    headers: {
      "Content-Type": "application/x-amz-json-1.0",
      "X-Amz-Target": `GraniteServiceVersion20100801.${operation}`,
    },
    body: JSON.stringify(request),
  });
  const body = await response.text();
  const answer = body ? JSON.parse(body) : {};
  if (!response.ok) {
    throw new Error(answer.message ?? `${operation}: HTTP ${response.status}`);
  }
  return answer;
}
