#!/usr/bin/env python3
"""Answers "!time" with the time. Start it with its credentials: python3 clock.py clock.creds

It implements the NATS protocol over a socket, to show that bots can be written in any language. Its only dependency is
an Ed25519 signature: apt install python3-cryptography
"""

import base64
import json
import os
import re
import socket
import sys
import threading
import time
from urllib.parse import urlparse

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

with open(sys.argv[1], encoding="ascii") as file:
    jwt, seed = re.findall(r"^(?:eyJ\S+|SU[A-Z2-7]+)$", file.read(), re.MULTILINE)
payload = jwt.split(".")[1]
bot = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["name"]
# A seed is base32 of a two-byte prefix, the 32-byte key and a two-byte checksum.
key = Ed25519PrivateKey.from_private_bytes(base64.b32decode(seed + "=" * (-len(seed) % 8))[2:34])

server = urlparse(os.environ.get("NATS_URL", "nats://127.0.0.1:4222"))
connection = socket.create_connection((server.hostname, server.port or 4222))
received = connection.makefile("rb")
one_at_a_time = threading.Lock()


def send(line, body=None):
    with one_at_a_time:
        connection.sendall(line.encode() + b"\r\n" + (b"" if body is None else body + b"\r\n"))


def ask(command, value):
    """Sends a command; the answer arrives in the inbox like any other message."""
    body = json.dumps(value).encode()
    send(f"PUB bot.{bot}.cmd.{command} _INBOX_bot.{bot}.answers {len(body)}", body)


def stay_active():
    """Repeats the presence, which lasts 90 s."""
    while True:
        ask("presence.set", {"state": "active"})
        time.sleep(30)


nonce = json.loads(received.readline().removeprefix(b"INFO "))["nonce"]
signature = base64.urlsafe_b64encode(key.sign(nonce.encode())).rstrip(b"=").decode()
send("CONNECT " + json.dumps({"jwt": jwt, "sig": signature, "lang": "python", "version": "1", "verbose": False}))
send(f"SUB bot.{bot}.evt.message.sent 1")
send(f"SUB _INBOX_bot.{bot}.answers 2")
send("PING")
threading.Thread(target=stay_active, daemon=True).start()

while line := received.readline().decode().rstrip("\r\n"):
    if line == "PONG":
        print("Listening.", flush=True)
    elif line == "PING":
        send("PONG")
    elif line.startswith("-ERR"):
        sys.exit(line)
    elif line.startswith("MSG "):
        _, subject, _, *_, size = line.split(" ")
        message = json.loads(received.read(int(size) + 2))
        if subject.endswith(".answers"):
            if not message["ok"]:
                print(message["error"]["message"], file=sys.stderr)
        elif message["content"] and message["content"]["text"] == "!time":
            ask(
                "msg.send",
                {
                    "roomId": message["body"]["roomId"],
                    "clientMsgId": f"clock-for-{message['eventId']}",
                    "text": time.strftime("It is %H:%M:%S here."),
                },
            )
sys.exit("nats-server is gone.")
