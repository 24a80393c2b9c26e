"""One application: its deployed stack, its database and files, and its machines."""
import json
import time
from contextlib import ExitStack

from cloud import Cloud
from limits import limit

from . import network
from .node import Node
from .stack import Stack, new_password
from .web import Browser


class Site:
    def __init__(self, lab, name, config):
        self.lab, self.name, self._open = lab, name, ExitStack()
        self.machines = []
        cloud = self._open.enter_context(Cloud(lab.region))
        lab.edge.moto_port = int(cloud.url.rsplit(":", 1)[1])
        self.stack = Stack(cloud, config, lab.run / f"stack-{name}", lab.cairn)
        host, self.database_name, _ = self.stack.database()
        lab.names.add(host, network.DATABASE)
        lab.database.set_up(lab.authority, host)
        self._tunnel = lab.files.serve(lab.authority, lab.run, lab.names, lab.region, self.stack.files_id(), self.stack.access_point())
        self._certificate = lab.authority.issue(lab.run, "balancer", [self.stack.domain])
        self.lab.balancer.start(list(self.stack.balancing()), self._certificate, network.NODES)
        self._admin = self.stack.admin_secret()
        self.empty()

    def admin_password(self):
        return json.loads(self.stack.secret(self._admin))["password"]

    def close(self):
        self.terminate_all()
        self.lab.balancer.stop()
        self.lab.database.stop()
        self._tunnel.shutdown()
        self._tunnel.server_close()
        self._open.close()

    # --- machines

    def empty(self):
        """Back to a new stack's state: no machine, nothing in database and files, new passwords."""
        self.terminate_all()
        self.lab.files.clear()
        user, password = self.stack.database_login(new_password())
        self.lab.database.make(self.database_name, user, password)
        if self._admin:
            known = json.loads(self.stack.secret(self._admin))
            self.stack.set_secret(self._admin, json.dumps({**known, "password": new_password()}, ensure_ascii=False))
        self.lab.edge.unexpected.clear()
        self.lab.names.unknown.clear()

    def terminate_all(self):
        for node in list(self.machines):
            self.terminate(node)

    def terminate(self, node):
        node.terminate()
        self.machines.remove(node)
        self.lab.balancer.target(node.address, "ready")

    def launch(self, image=None, disk=None, user_data=None, prepare=None):
        """A new machine with the stack's user data. Does not wait for it."""
        number, address = self.lab.next_machine()
        node = Node(f"m{number}", address, image or self.lab.baked, self.lab.run, self.lab.groups, self.lab.files.folder, disk)
        self.machines.append(node)
        self.lab.metadata.instances[address] = node.instance
        if prepare:
            prepare(node)
        node.first_boot(self.lab.vendors.known_to(user_data or self.stack.user_data()))
        return node

    def wait(self, node, status="SUCCESS", seconds=120):
        """Until the machine signals; returns the seconds since it was switched on."""
        deadline = time.monotonic() + limit(seconds)
        while not (signal := self.lab.edge.wait_for_signal(node.instance, 2)):
            assert node.is_on(), f"{node.name} is down: {node.log('console')}"
            assert time.monotonic() < deadline, f"{node.name} signalled nothing within {limit(seconds):.0f} s"
        assert signal.status == status, f"{node.name} signalled {signal.status}: {signal.reason}"
        assert (signal.stack, signal.resource) == ("site", "Instances"), f"{node.name} signalled for {signal.resource} of {signal.stack}"
        return signal.at - node.started

    def running(self):
        """A machine that serves: one that does, or a new one on a site that is empty or was installed before."""
        for node in self.machines:
            if node.is_on() and self.healthy(node):
                return node
        self.terminate_all()
        node = self.launch()
        self.wait(node)
        return node

    # --- what a visitor sees

    def until_serving(self):
        """Until the balancer has seen that a machine is healthy, on both of its ports."""
        self.until("the balancer passes on HTTPS", lambda: self.browser().get("/-/health").status == 200)
        self.until("the balancer passes on HTTP", lambda: self.browser().plain("/").status == 301)

    def leave_balancer(self, node):
        """What a group does before it ends a machine: nothing new goes there, and what is under way is finished."""
        self.lab.balancer.target(node.address, "drain")
        self.until("what is under way is finished", lambda: not self.lab.balancer.connections(node.address))

    def browser(self):
        return Browser(self.stack.domain, self.lab.authority)

    def healthy(self, node):
        try:
            return self.browser().plain("/-/health", address=node.address, timeout=20).status == 200
        except OSError:
            return False

    def until(self, what, condition, seconds=30):
        """Waits for the condition, which may raise; fails with its last answer."""
        deadline, last = time.monotonic() + limit(seconds), None
        while time.monotonic() < deadline:
            try:
                last = condition()
                if last:
                    return last
            except (OSError, AssertionError, RuntimeError, ValueError, KeyError) as error:
                last = error
            time.sleep(0.3)
        raise AssertionError(f"not within {limit(seconds):.0f} s: {what} (last: {last!r})")

    def ask(self, sql):
        return self.lab.database.ask(sql, self.database_name)
