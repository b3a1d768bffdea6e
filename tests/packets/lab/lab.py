"""The hands of the oracle: builds network namespaces, connects, counts. It knows nothing of AWS.

Reads one JSON request a line from stdin and answers each with one line on stdout; ends when stdin does. It must run in
network, mount and PID namespaces of its own (lab.ts sees to that): with its end, everything that it made is gone.
"""

import ctypes
import errno
import json
import os
import select
import socket
import subprocess
import sys
import time

CLONE_NEWNET = 0x40000000
JSON_OUTPUT = 1 << 4
NAMES = "/run/netns"

libc = ctypes.CDLL("libc.so.6", use_errno=True)
nftables = ctypes.CDLL("libnftables.so.1")
nftables.nft_ctx_new.restype = ctypes.c_void_p
nftables.nft_ctx_get_error_buffer.restype = ctypes.c_char_p
nftables.nft_ctx_get_output_buffer.restype = ctypes.c_char_p


class Space:
    """A network namespace with its own connection to the kernel's packet filter."""

    def __init__(self, name):
        self.name = name
        self.handle = os.open(f"{NAMES}/{name}", os.O_RDONLY)
        self.enter()
        self.nft_context = ctypes.c_void_p(nftables.nft_ctx_new(0))
        nftables.nft_ctx_buffer_output(self.nft_context)
        nftables.nft_ctx_buffer_error(self.nft_context)
        nftables.nft_ctx_output_set_flags(self.nft_context, JSON_OUTPUT)

    def enter(self):
        if libc.setns(self.handle, CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"setns {self.name}")

    def nft(self, commands):
        if nftables.nft_run_cmd_from_buffer(self.nft_context, commands.encode()) != 0:
            error = nftables.nft_ctx_get_error_buffer(self.nft_context).decode()
            # Unchecked, a rule set that does not load leaves the old one in place, and the answers look right
            raise RuntimeError(f"nft in {self.name}: {error}\n{commands}")
        return nftables.nft_ctx_get_output_buffer(self.nft_context).decode()

    def configure(self, sysctl):
        self.enter()
        for path, value in sysctl.items():
            file = f"/proc/sys/net/{path}"
            # The kernel can be without the filter of bridged packets, never without the rest
            if os.path.exists(file) or not path.startswith("bridge/"):
                with open(file, "w") as setting:
                    setting.write(value)

    def prepare(self, ip, nft):
        self.enter()
        run_ip(ip, self.name)
        if nft:
            self.nft(nft)

    def drops(self):
        """What the sets that the rules fill have counted: rule, first 16 bits of the IP header, packets."""
        for reply, name in enumerate(("requests", "replies")):
            listed = json.loads(self.nft(f"list set inet oracle {name}"))["nftables"]
            for element in next(each["set"] for each in listed if "set" in each).get("elem", []):
                rule, head = element["elem"]["val"]["concat"]
                yield {
                    "space": self.name,
                    "rule": rule,
                    "reply": reply == 1,
                    "tag": tag_of(head),
                    "packets": element["elem"]["counter"]["packets"],
                }

    def close(self):
        nftables.nft_ctx_free(self.nft_context)
        os.close(self.handle)


def tag_of(head):
    """The six bits of the DSCP: the second byte in IPv4, behind the version in IPv6."""
    traffic_class = head >> 4 if head >> 12 == 6 else head
    return (traffic_class & 0xFF) >> 2


def run_ip(batch, where):
    """Lines that begin with `-6` go into a batch of their own: inside of one, the family cannot be said."""
    lines = batch.splitlines()
    for family in ("-4", "-6"):
        own = [line.removeprefix("-6 ") for line in lines if line.startswith("-6 ") == (family == "-6")]
        if own:
            command = ["ip", "-batch", "-"] if family == "-4" else ["ip", "-6", "-batch", "-"]
            done = subprocess.run(command, input="\n".join(own) + "\n", capture_output=True, text=True)
            if done.returncode != 0:
                raise RuntimeError(f"ip in {where}: {done.stderr}\n" + "\n".join(own))


class Probe:
    """A connection attempt. Nobody listens: a refusal has gone there and come back."""

    def __init__(self, space, asked):
        family = socket.AF_INET6 if ":" in asked["target"] else socket.AF_INET
        space.enter()
        self.tag = asked["tag"]
        self.socket = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        # The tag goes with the packet through NAT, and comes back with the refusal
        if family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_TCLASS, self.tag << 2)
        else:
            self.socket.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, self.tag << 2)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind((asked["source"], asked["sourcePort"]))
        self.error = self.socket.connect_ex((asked["target"], asked["targetPort"]))

    def settle(self):
        if self.error == errno.EINPROGRESS:
            self.error = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) or errno.EISCONN

    @property
    def outcome(self):
        if self.error == errno.EINPROGRESS:
            return "silent"
        return "open" if self.error in (errno.ECONNREFUSED, errno.EISCONN) else errno.errorcode[self.error]


def connect_all(spaces, asked, patience):
    """Waits until each attempt was answered or counted by a rule; no time that runs out decides anything."""
    probes = [Probe(spaces[each["space"]], each) for each in asked]
    filtering = [space for space in spaces.values() if space.filters]
    deadline = time.monotonic() + patience
    pause = 0.005
    while True:
        waiting = {probe.socket: probe for probe in probes if probe.error == errno.EINPROGRESS}
        until = time.monotonic() + pause
        while waiting and time.monotonic() < until:
            _, writable, broken = select.select([], list(waiting), list(waiting), max(0, until - time.monotonic()))
            for each in {*writable, *broken}:
                waiting.pop(each).settle()
        drops = [drop for space in filtering for drop in space.drops()] if waiting else []
        counted = {drop["tag"] for drop in drops}
        if all(probe.tag in counted for probe in waiting.values()) or time.monotonic() > deadline:
            break
        pause = min(pause * 2, 0.2)
    for probe in probes:
        probe.socket.close()
    return {"outcomes": [probe.outcome for probe in probes], "drops": drops}


def rounds_in(spaces, request):
    for number, each in enumerate(request["rounds"]):
        for name, commands in each["load"].items():
            spaces[name].enter()
            spaces[name].nft(commands)
        for space in spaces.values():
            if number > 0 and space.filters:
                space.nft("flush set inet oracle requests\nflush set inet oracle replies")
        yield connect_all(spaces, each["probes"], request["patience"])


def answer(request, home):
    names = list(request["spaces"])
    os.makedirs(NAMES, exist_ok=True)
    run_ip("".join(f"netns add {name}\n" for name in names), "the lab")
    spaces = {}
    try:
        for name, each in request["spaces"].items():
            spaces[name] = Space(name)
            spaces[name].filters = bool(each["nft"])
            # Before there are devices, which take the defaults of their namespace over when they are made
            spaces[name].configure(each["sysctl"])
        libc.setns(home, CLONE_NEWNET)
        run_ip(request["links"], "the lab")
        for name, each in request["spaces"].items():
            spaces[name].prepare(each["ip"], each["nft"])
        return {"rounds": list(rounds_in(spaces, request))}
    finally:
        for space in spaces.values():
            space.close()
        libc.setns(home, CLONE_NEWNET)
        run_ip("".join(f"netns del {name}\n" for name in names), "the lab")


def main():
    # A file system of its own for the names: `ip netns` of the machine does not show ours
    if libc.mount(b"tmpfs", b"/run", b"tmpfs", 0, None) != 0:
        raise OSError(ctypes.get_errno(), "mount /run")
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        try:
            reply = answer(json.loads(line), home)
        except Exception as error:  # whatever it is, who asked must hear it
            reply = {"error": str(error)}
        print(json.dumps(reply), flush=True)


main()
