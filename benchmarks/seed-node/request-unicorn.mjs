// The seed's synchronous request function, written anew from its contract: it picks one of three
// unicorns, puts the ride into a table and answers 201.

import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const TABLE = process.env.RIDES_TABLE;

const FLEET = [
  { Name: 'Bucephalus', Color: 'Golden', Gender: 'Male' },
  { Name: 'Shadowfax', Color: 'White', Gender: 'Male' },
  { Name: 'Rocinante', Color: 'Yellow', Gender: 'Female' },
];

const rides = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(event, context) {
  const authorizer = event.requestContext.authorizer;
  if (!authorizer) {
    return failure('Authorization not configured', context.awsRequestId);
  }
  const rideId = randomBytes(16).toString('base64url');
  const rider = authorizer.claims['cognito:username'];
  const pickup = JSON.parse(event.body).PickupLocation;
  const unicorn = nearest(pickup);
  try {
    await record(rideId, rider, unicorn);
  } catch (e) {
    console.error(e);
    return failure(e.message, context.awsRequestId);
  }
  // One line a request, as the product logs. The place stays out of it here, too.
  console.log(JSON.stringify({ level: 'INFO', message: 'Ride accepted', rideId, requestId: context.awsRequestId }));
  return answer(201, {
    RideId: rideId,
    Unicorn: unicorn,
    UnicornName: unicorn.Name,
    Eta: '30 seconds',
    Rider: rider,
  });
}

// The seed does not look where the pickup is either.
function nearest(_pickup) {
  return FLEET[Math.floor(Math.random() * FLEET.length)];
}

async function record(rideId, rider, unicorn) {
  await rides.send(new PutCommand({
    TableName: TABLE,
    Item: {
      RideId: rideId,
      User: rider,
      Unicorn: unicorn,
      UnicornName: unicorn.Name,
      RequestTime: new Date().toISOString(),
    },
  }));
}

function failure(message, reference) {
  return answer(500, { Error: message, Reference: reference });
}

function answer(statusCode, body) {
  return {
    statusCode,
    body: JSON.stringify(body),
    headers: { 'Access-Control-Allow-Origin': '*' },
  };
}
