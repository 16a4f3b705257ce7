"""Makes an account in a fresh moto: whom to send as, and a key that may.

Prints the key as Wismo's mail_api_key has it. These four calls are the only
ones that moto lets pass without a signature of its own keys
(INITIAL_NO_AUTH_ACTION_COUNT=4).
"""

import json
import sys

import boto3

url, region, sender = sys.argv[1:]


def client(service):
    return boto3.client(
        service,
        endpoint_url=url,
        region_name=region,
        aws_access_key_id="anybody",
        aws_secret_access_key="anything",
    )


iam = client("iam")
iam.create_user(UserName="wismo")
may_send = {"Effect": "Allow", "Action": "ses:*", "Resource": "*"}
policy = json.dumps({"Version": "2012-10-17", "Statement": [may_send]})
iam.put_user_policy(UserName="wismo", PolicyName="may-send", PolicyDocument=policy)
key = iam.create_access_key(UserName="wismo")["AccessKey"]
client("sesv2").create_email_identity(EmailIdentity=sender)
print(f"{key['AccessKeyId']}:{key['SecretAccessKey']}")
