"""The few Linux system calls behind the guards, through ctypes; mounts are in :mod:`.mounts`.

All of them need no privilege of their own and act on the calling process and its children.
Each raises :class:`OSError` where the running kernel lacks the call or refuses it.
"""

import ctypes
import errno
import os
import platform
import socket
import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

CLONE_NEWNS = 0x00020000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_KEYCTL_JOIN_SESSION_KEYRING = 1
_CAPABILITY_VERSION_3 = 0x20080522

# The numbers are the same on every architecture that Linux gained after 2019.
_SYS_LANDLOCK_CREATE_RULESET = 444
_SYS_LANDLOCK_ADD_RULE = 445
_SYS_LANDLOCK_RESTRICT_SELF = 446
_LANDLOCK_CREATE_RULESET_VERSION = 1
_LANDLOCK_RULE_PATH_BENEATH = 1

# Rights by their bit: write and truncate a file; everything that changes a folder.
_WRITE_FILE, _TRUNCATE = 1 << 1, 1 << 14
_CHANGE_FOLDER = sum(1 << bit for bit in range(4, 13))
_REFER = 1 << 13
_CONNECT_TCP = 1 << 1
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


#: System calls that no cell needs, with their numbers on x86-64 and on 64-bit ARM.
_SYSTEM_CALLS = {
    # The keys of this user, which all processes share.
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # Other processes.
    "kcmp": (312, 272),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    # Calls made on behalf of this process, which this filter would not see; code in the kernel.
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
}
_PRLIMIT = (302, 261)
# Instructions of the filter: load a word of the call, compare it, return.
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OFFSET_OF_ARCHITECTURE, _OFFSET_OF_FIRST_ARGUMENT = 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000


def call(name: str, *arguments: Any) -> int:
    """Call a function of the C library, or with ``syscall`` what it has no function for."""
    libc = ctypes.CDLL(None, use_errno=True)
    result = int(getattr(libc, name)(*arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return result


def die_with_parent(signal_number: int) -> None:
    """Receive ``signal_number`` when the thread that forked this process ends."""
    call("prctl", _PR_SET_PDEATHSIG, signal_number, 0, 0, 0)


def adopt_orphans() -> None:
    """Become the parent of whatever a child of this process leaves behind when it ends."""
    call("prctl", _PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def drop_privileges() -> None:
    """Give up every capability, for good, also in the namespaces that this process has made."""
    call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    call("capset", struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), bytes(24))


def leave_keys() -> None:
    """Take an empty keyring in place of the one that came from the parent."""
    call("syscall", _SYSTEM_CALLS["keyctl"][_is_arm()], _KEYCTL_JOIN_SESSION_KEYRING, None)


def refuse_calls() -> None:
    """Refuse, for good, the system calls that reach other processes, or past the other guards.

    Raises OSError on a processor whose numbers are not known here.
    """
    architecture = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}.get(platform.machine())
    if architecture is None:
        raise OSError(errno.ENOSYS, "no list of system calls for this processor")
    numbers = [each[_is_arm()] for each in _SYSTEM_CALLS.values()]
    # After each test: how many instructions to skip where it holds, and where not.
    refused = len(numbers) + 5
    program = [
        (_LOAD, 0, 0, _OFFSET_OF_ARCHITECTURE),
        (_EQUAL, 0, refused + 1, architecture),
        (_LOAD, 0, 0, 0),
        # Those of the x32 ABI do the same under other numbers.
        (_AT_LEAST, refused - 1, 0, 0x40000000),
        *((_EQUAL, refused - 2 - place, 0, number) for place, number in enumerate(numbers)),
        # The limits of another process; its own are those of process 0.
        (_EQUAL, 0, 2, _PRLIMIT[_is_arm()]),
        (_LOAD, 0, 0, _OFFSET_OF_FIRST_ARGUMENT),
        (_EQUAL, 0, 1, 0),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE | errno.EPERM),
    ]
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
    lines = ctypes.create_string_buffer(code, len(code))
    filter_ = struct.pack("@HP", len(program), ctypes.addressof(lines))
    call("prctl", _PR_SET_SECCOMP, 2, filter_, 0, 0)


def _is_arm() -> bool:
    return platform.machine() == "aarch64"


def unshare(flags: int) -> None:
    """Leave the namespaces named by ``flags``; a new process namespace starts with a child."""
    call("unshare", flags)


def enter_namespace(descriptor: int, kind: int) -> None:
    """Enter the namespace of the given kind that an open ``/proc/*/ns`` file stands for."""
    call("setns", descriptor, kind)


def unshare_user() -> None:
    """Enter a user namespace and a process namespace in which this user keeps its own id.

    Raises OSError, with this process as it was, where it cannot have both with their maps.
    """
    # A system may grant the namespaces and refuse the maps, and there is no way back: so a child
    # goes first.
    child = os.fork()
    if not child:
        _try(_unshare_user)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise OSError(code, f"unshare: {os.strerror(code)}")
    _unshare_user()


def _try(call: Callable[[], None]) -> NoReturn:
    """End this process with the error number of a call, 0 where it succeeds."""
    code = errno.EPERM
    try:
        call()
        code = 0
    except OSError as error:
        code = error.errno or code
    finally:
        os._exit(code)


def _unshare_user() -> None:
    user, group = os.getuid(), os.getgid()
    unshare(CLONE_NEWUSER | CLONE_NEWPID)
    # Without a map every file would seem to belong to nobody.
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def bring_loopback_up() -> None:
    """Let the processes of this network namespace reach each other at 127.0.0.1."""
    import fcntl  # not on Windows, where this module is imported too

    set_flags, name, up = 0x8914, b"lo", 1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh22x", name, up))


def landlock_version() -> int:
    """Return the Landlock version of the running kernel, 0 where there is none."""
    try:
        return call(
            "syscall", _SYS_LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_CREATE_RULESET_VERSION
        )
    except OSError:
        return 0


def allow_writes_only(folders: Iterable[Path], files: Iterable[Path], *, no_tcp: bool) -> None:
    """Refuse, for good, every write outside ``folders`` and ``files``, to this process too.

    Where Landlock is new enough it also refuses abstract sockets and signals to processes that
    are not under the same rules (version 6) and, with ``no_tcp``, TCP connections (version 4).
    Paths that do not exist are passed over. Raises OSError without Landlock.
    """
    version = landlock_version()
    handled = _WRITE_FILE | _CHANGE_FOLDER
    handled |= (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    attributes = struct.pack("=Q", handled)
    if version >= 4:
        attributes += struct.pack("=Q", _CONNECT_TCP if no_tcp else 0)
    if version >= 6:
        attributes += struct.pack("=Q", _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = call("syscall", _SYS_LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    try:
        rights = dict.fromkeys(folders, handled)
        rights |= dict.fromkeys(files, handled & (_WRITE_FILE | _TRUNCATE))
        for path, allowed in rights.items():
            _add_rule(ruleset, path, allowed)
        call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        call("syscall", _SYS_LANDLOCK_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _add_rule(ruleset: int, path: Path, allowed: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        rule = struct.pack("=Qi", allowed, descriptor)
        call("syscall", _SYS_LANDLOCK_ADD_RULE, ruleset, _LANDLOCK_RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)
