"""What a cell tries against other kernels, the build and the machine.

``PREAMBLE`` runs first. Then the code finds ``target``, a file of the builder outside of the
kernel's folder; ``new``, a path there where nothing lies yet; and ``other``, what it could know of
another kernel and of its builder. It calls ``through`` where it got its way; a target that is
changed, and something new, count as well. Native code is called through ctypes: it stands for any
library that is not Python.
"""

from dataclasses import dataclass

from tests.attacks.attack import Attack, Subject

PREAMBLE = """
import ctypes, glob, os, pathlib, re, resource, signal, socket, sqlite3, struct, subprocess, sys
libc = ctypes.CDLL(None, use_errno=True)
path = os.fsencode
arm = os.uname().machine == "aarch64"
def through(result=0):
    print("through" if result is not None and result >= 0 else "stopped")
def unix(address):
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(5)
    line.connect(address)
    through()
def native_unix(address):
    line = libc.socket(1, 1, 0)
    name = struct.pack("H", 1) + path(address)
    through(libc.connect(line, name + bytes(not address.startswith(chr(0))), len(name)))
def native_inet(kind, port):
    line = libc.socket(2, kind, 0)
    address = struct.pack("=HH4s8x", 2, socket.htons(port), socket.inet_aton("127.0.0.1"))
    result = libc.connect(line, address, 16)
    return libc.send(line, b"attack", 6, 0) if result == 0 else result
"""


@dataclass(frozen=True)
class Guarded(Attack):
    """An attack, and what stops it where some of the guards are missing.

    ``mounts`` stop it without Landlock, ``landlock`` of that version without namespaces, 0 where
    none does; the audit hook stands in there as well. ``hook`` alone is what a Mac has. What is not
    ``sure`` fails on some systems also where no guard stops it.
    """

    outcome: str = ""
    mounts: bool = True
    landlock: int = 1
    hook: bool = True
    sure: bool = True

    @property
    def row(self) -> tuple[str, ...]:
        """Who stops it, guard by guard."""
        words = {True: "stopped", False: "**not stopped**"}
        since = f"stopped, from Landlock {self.landlock} on"
        landlock = since if self.landlock > 1 else words[bool(self.landlock)]
        return (self.name, words[self.mounts], landlock, words[self.hook])


def native(name: str, code: str, *, landlock: int = 1, sure: bool = True) -> Guarded:
    """Return an attack that no audit hook sees."""
    return Guarded(name, code, landlock=landlock, hook=False, sure=sure)


FILES = [
    Guarded("write a file", "open(new, 'w')"),
    Guarded("write through a link", "os.symlink(new, 'link')\nopen('link', 'w')"),
    Guarded("write through `/proc/self/root`", "open('/proc/self/root' + new, 'w')"),
    Guarded(
        "reopen what is open for reading",
        "file = open(target)\nopen(f'/proc/self/fd/{file.fileno()}', 'w').write('theirs')",
    ),
    Guarded(
        "write relative to an open folder",
        "folder = os.open(os.path.dirname(new), os.O_RDONLY)\n"
        "os.open(os.path.basename(new), os.O_CREAT | os.O_WRONLY, dir_fd=folder)",
    ),
    Guarded(
        "make a folder relative to an open one",
        "folder = os.open(os.path.dirname(new), os.O_PATH)\n"
        "os.mkdir(os.path.basename(new), dir_fd=folder)",
    ),
    Guarded("write with `posix`", "import posix\nposix.open(new, os.O_CREAT | os.O_WRONLY)"),
    Guarded("save an array", "import numpy\nnumpy.save(open(new, 'wb'), numpy.ones(3))"),
    Guarded("make a temporary file", "import tempfile\ntempfile.mkstemp(dir=os.path.dirname(new))"),
    Guarded("remove a file", "os.remove(target)"),
    Guarded("move a file in", "os.rename(target, 'mine')"),
    Guarded("move a file out", "open('mine', 'w').close()\nos.rename('mine', new)"),
    Guarded("shorten a file", "os.truncate(target, 1)"),
    Guarded("change rights", "os.chmod(target, 0o777)"),
    Guarded("change rights of an open file", "os.fchmod(open(target).fileno(), 0o777)"),
    Guarded("change times", "os.utime(target, (1, 1))"),
    Guarded("change attributes", "os.setxattr(target, 'user.theirs', b'x')"),
    Guarded("link to a file and write", "os.link(target, 'mine')\nopen('mine', 'w').write('x')"),
    Guarded("make a symbolic link", "os.symlink('x', new)"),
    Guarded("make a pipe", "os.mkfifo(new)"),
    Guarded("make a pipe, the function unwrapped", "os.mkfifo.__wrapped__(new)"),
    Guarded("make a node", "os.mknod(new)"),
    Guarded("make a database", "sqlite3.connect(new).execute('CREATE TABLE x (y)')"),
    Guarded(
        "make a database by its address",
        "sqlite3.connect('file:' + new + '?mode=rwc', uri=True).execute('CREATE TABLE x (y)')",
    ),
    Guarded(
        "attach a database",
        "found = sqlite3.connect(':memory:')\nfound.execute(f\"ATTACH '{new}' AS x\")\n"
        "found.execute('CREATE TABLE x.y (z)')",
    ),
    Guarded(
        "copy a database out",
        "found = sqlite3.connect('mine.db')\nfound.execute('CREATE TABLE x (y)')\n"
        "found.commit()\nfound.execute(f\"VACUUM INTO '{new}'\")",
    ),
    Guarded("write a setting of the kernel", "open('/proc/self/oom_score_adj', 'w').write('-1')"),
    Guarded("write a disk", "os.open(other['disk'], os.O_RDWR)\nthrough()"),
    Guarded("write the log of the system", "open('/dev/kmsg', 'w')\nthrough()"),
    Guarded("open the terminal of the builder", "open('/dev/tty', 'w')\nthrough()"),
    Guarded("leave something in shared memory", "open(other['shared'], 'w')"),
    native("write a file from native code", "libc.creat(path(new), 0o600)"),
    native("write a file from a command", "subprocess.run(['touch', new])"),
    native("write a file from a spawned process", "os.posix_spawnp('touch', ['touch', new], {})"),
    native("change rights from native code", "libc.chmod(path(target), 0o777)", landlock=0),
    native("change times from native code", "libc.utimes(path(target), None)", landlock=0),
    native(
        "change attributes from native code",
        "libc.setxattr(path(target), b'user.theirs', b'x', 1, 0)",
        landlock=0,
        sure=False,
    ),
    native(
        "link to a file from native code",
        "libc.link(path(target), b'native-link')\nopen('native-link', 'w').write('x')",
    ),
    native("make a pipe from native code", "libc.mkfifo(path(new), 0o600)"),
    native(
        "leave something in shared memory from native code",
        "libc.creat(path(other['shared']), 0o600)",
    ),
]

KERNELS = [
    Guarded(
        "read the key of another kernel",
        "if any('\"key\"' in open(found).read() for folder in (other['all'], '..', '../..')\n"
        "       for found in glob.glob(folder + '/**/*.json', recursive=True)):\n    through()",
    ),
    Guarded(
        "connect to the sockets of another kernel",
        "for number in range(1, 6):\n    try:\n"
        "        unix(f\"{other['folder']}/ipc/k-{number}\")\n"
        "    except OSError:\n        pass",
    ),
    Guarded(
        "find a key in memory that came along",
        "from ipykernel.kernelapp import IPKernelApp\n"
        "own = IPKernelApp.instance().session.key\n"
        "memory = open('/proc/self/mem', 'rb', 0)\n"
        "for line in open('/proc/self/maps'):\n"
        "    start, end = (int(part, 16) for part in line.split()[0].split('-'))\n"
        "    if line.split()[1].startswith('rw'):\n"
        "        memory.seek(start)\n"
        "        try:\n            held = memory.read(end - start)\n"
        "        except OSError:\n            continue\n"
        '        for found in re.findall(b\'key": "([0-9a-f]{64})"\', held):\n'
        "            if found != own:\n                through()",
    ),
    Guarded(
        "use a descriptor of the parent or of another kernel",
        "for each in os.listdir('/proc/self/fd'):\n"
        "    try:\n        name = os.readlink('/proc/self/fd/' + each)\n"
        "    except OSError:\n        continue\n"
        "    if 'warm' in name or other['folder'] in name:\n        through()",
    ),
    Guarded("list the folder of another kernel", "if os.listdir(other['folder']):\n    through()"),
    Guarded("read a file of another kernel", "open(other['file'])\nthrough()"),
    Guarded("list the cache", "if list(os.scandir(other['cache'])):\n    through()"),
    Guarded(
        "read the environment of another", "open(f\"/proc/{other['pid']}/environ\")\nthrough()"
    ),
    Guarded(
        "read the environment of the builder",
        "open(f\"/proc/{other['builder']}/environ\")\nthrough()",
    ),
    Guarded("open the memory of another", "open(f\"/proc/{other['pid']}/mem\", 'rb')\nthrough()"),
    Guarded("write the memory of another", "open(f\"/proc/{other['pid']}/mem\", 'r+b')\nthrough()"),
    Guarded("signal another kernel", "os.kill(other['pid'], 0)\nthrough()"),
    Guarded("signal the builder", "os.kill(other['builder'], 0)\nthrough()"),
    # As the first of a process namespace it reaches only its own.
    Guarded("signal everybody", "if os.getpid() > 1:\n    os.kill(-1, 0)\n    through()"),
    Guarded(
        "signal its own group of processes",
        "signal.signal(signal.SIGUSR2, signal.SIG_IGN)\nlibc.kill(0, signal.SIGUSR2)",
    ),
    Guarded(
        "set limits of another",
        "resource.prlimit(other['pid'], resource.RLIMIT_CORE, (0, 0))\nthrough()",
    ),
    Guarded("connect to an abstract socket", "unix(other['abstract'])"),
    Guarded(
        "find a key of another kernel",
        "call = 219 if arm else 250\n"
        "through(libc.syscall(call, 10, -3, b'user', other['name'].encode(), 0))",
    ),
    native(
        "list the folder of another kernel with a command",
        "if subprocess.run(['ls', other['folder']], capture_output=True).stdout:\n    through()",
        landlock=0,
    ),
    native(
        "read a file of another kernel with a command",
        "through(-subprocess.run(['cat', other['file']]).returncode)",
        landlock=0,
    ),
    native(
        "uncover the folder of another kernel",
        "child = os.fork()\n"
        "if child == 0:\n"
        "    libc.unshare(0x10020000)\n"
        "    libc.umount2(path(other['all']), 2)\n"
        "    os._exit(libc.access(path(other['file']), 0) & 1)\n"
        "through(-os.waitpid(child, 0)[1])",
        landlock=0,
    ),
    native(
        "write a file of another kernel",
        "write = f\"echo theirs > {other['file']}\"\n"
        "through(-subprocess.run(['sh', '-c', write]).returncode)",
    ),
    native(
        "list the cache with a command",
        "if subprocess.run(['ls', other['cache']], capture_output=True).stdout:\n    through()",
        landlock=0,
    ),
    native(
        "read the names of all sockets",
        "if other['folder'] in open('/proc/net/unix').read():\n    through()",
        landlock=0,
        sure=False,
    ),
    native(
        "see the processes of others",
        "os.stat(f\"/proc/{other['pid']}/stat\")\nthrough()",
        landlock=0,
    ),
    native(
        "signal another kernel from native code", "through(libc.kill(other['pid'], 0))", landlock=6
    ),
    native(
        "trace another kernel",
        "result = libc.ptrace(16, other['pid'], 0, 0)\nthrough(result)\n"
        "if result == 0:\n    libc.waitpid(other['pid'], None, 0x40000000)\n"
        "    libc.ptrace(17, other['pid'], 0, 0)",
        sure=False,
    ),
    native(
        "read the memory of another from native code",
        "part = ctypes.create_string_buffer(8)\n"
        "here = (ctypes.c_size_t * 2)(ctypes.addressof(part), 8)\n"
        "there = (ctypes.c_size_t * 2)(id(part), 8)\n"
        "through(libc.process_vm_readv(other['pid'], here, 1, there, 1, 0))",
        sure=False,
    ),
    native(
        "take a descriptor of another",
        "through(libc.syscall(438, libc.syscall(434, other['pid'], 0), 1, 0))",
        sure=False,
    ),
    native(
        "set limits of another from native code",
        "through(libc.prlimit(other['pid'], 4, (ctypes.c_ulong * 2)(0, 0), None))",
    ),
    native(
        "bind another to a processor",
        "os.sched_setaffinity(other['pid'], os.sched_getaffinity(other['pid']))\nthrough()",
        landlock=0,
    ),
    native(
        "connect to an abstract socket from native code",
        "native_unix(other['abstract'])",
        landlock=6,
    ),
    native(
        "share memory under a number",
        "through(libc.shmget(other['number'], 64, 0))",
        landlock=0,
    ),
    native(
        "leave a key for others",
        "call = 217 if arm else 248\n"
        "key = libc.syscall(call, b'user', b'trueloss-attack', b'x', 1, -4)\n"
        "through(key)\nlibc.syscall(219 if arm else 250, 9, key, -4)",
        sure=False,
    ),
    native(
        "have the kernel work behind the filter",
        "through(libc.syscall(425, 1, bytes(120)))",
        sure=False,
    ),
]

MACHINE = [
    Guarded(
        "connect to a port", "socket.create_connection(('127.0.0.1', other['tcp']))\nthrough()"
    ),
    Guarded(
        "send a datagram",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'attack', ('127.0.0.1', other['udp']))",
    ),
    Guarded(
        "send a message",
        "line = socket.socket(type=socket.SOCK_DGRAM)\n"
        "line.sendmsg([b'attack'], [], 0, ('127.0.0.1', other['udp']))",
    ),
    native(
        "connect to a port from native code", "through(native_inet(1, other['tcp']))", landlock=4
    ),
    native("send a datagram from native code", "native_inet(2, other['udp'])", landlock=0),
    Guarded("connect to a socket of the machine", "unix(other['unix'])", mounts=False),
    Guarded(
        "connect to a socket of the machine from native code",
        "native_unix(other['unix'])",
        mounts=False,
        landlock=0,
        hook=False,
    ),
    Guarded(
        "read a file that the builder may read",
        "open(target)\nthrough()",
        mounts=False,
        landlock=0,
        hook=False,
    ),
    Guarded("mount", "through(libc.mount(b'x', b'/mnt', b'tmpfs', 0, None))"),
    Guarded("make the files writable again", "through(libc.mount(None, b'/', None, 4128, None))"),
    Guarded("uncover shared memory", "through(libc.umount2(b'/dev/shm', 2))"),
    Guarded("become another user", "os.setuid(65534)\nthrough()"),
    Guarded("change the root", "os.chroot('.')\nthrough()"),
    Guarded("set the clock", "import time\ntime.clock_settime(0, time.time())\nthrough()"),
    Guarded("name the machine", "socket.sethostname(socket.gethostname())\nthrough()"),
    Guarded("run before everybody else", "os.nice(-5)\nthrough()"),
    Guarded(
        "leave the limits of its files",
        "resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))\nthrough()",
    ),
]

ATTACKS = FILES + KERNELS + MACHINE

SUBJECT = Subject(
    "Other kernels, the build and the machine",
    ATTACKS,
    ("attack", "without Landlock", "without namespaces", "audit hook alone"),
)
