import signal
import subprocess
import threading
import time

from ops.processes import end, end_all, spawn
from tests.ops.processes_of import processes_of, wait_until


def test_end_kills_what_does_not_listen():
    with spawn(["sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done"], output=subprocess.PIPE) as process:
        process.stdout.readline()
        end(process, patience=0.2)
        assert process.returncode == -signal.SIGKILL


def test_end_all_takes_the_grandchildren_too(base):
    process = spawn(["sh", "-c", "sleep 60 & wait"], env={"HERE": str(base)})
    assert wait_until(lambda: len(processes_of(base)) == 2)
    end_all([process, None])
    assert wait_until(lambda: processes_of(base) == set())


def test_a_spawned_process_outlives_the_thread_that_asked_for_it():
    started = []
    thread = threading.Thread(target=lambda: started.append(spawn(["sleep", "60"])))
    thread.start()
    thread.join()
    time.sleep(0.1)
    assert started[0].poll() is None
    end(started[0])
