// Lambda's side of a Node.js function: asks the Runtime API for an event, hands it to the handler and
// takes the answer back, one at a time. AWS's own client for Node.js does the same in C++, which npm
// would have to compile.

import http from 'node:http';
import { handler } from './request-unicorn.mjs';

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const ROOT = '/2018-06-01/runtime/invocation/';

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const request = http.request({ hostname, port, method, path: ROOT + path, agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    request.setNoDelay(true);
    request.on('error', reject);
    request.end(body);
  });
}

while (true) {
  const next = await call('GET', 'next');
  const awsRequestId = next.headers['lambda-runtime-aws-request-id'];
  try {
    const answer = await handler(JSON.parse(next.body), { awsRequestId });
    await call('POST', `${awsRequestId}/response`, JSON.stringify(answer));
  } catch (e) {
    await call('POST', `${awsRequestId}/error`, JSON.stringify({ errorType: e.name, errorMessage: e.message }));
  }
}
