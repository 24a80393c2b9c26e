#!/usr/bin/env python3
"""How app.php fetches releases, checks and unpacks them, and switches to them."""
import os
from pathlib import Path

from app import AppTest, main


class Release(AppTest):
    def test_is_switched_to_at_once_and_kept(self):
        node = self.node(shared=[{"path": "files"}, {"path": "conf/own.ini", "type": "file"}], local=["tmp"])
        for kind in ("tar", "zip"):
            with self.subTest(kind):
                source = node.release(f"1-{kind}", {"index.php": kind, "files/first": "1", "conf/own.ini": "x"}, kind)
                self.succeeds(node("source"))
                self.assertEqual(node.current.resolve().name, source["sha256"][:16])
                self.assertEqual((node.current / "index.php").read_text(), kind)
                self.assertEqual((node.current / "index.php").stat().st_mode & 0o777, 0o644)
                self.assertEqual(os.readlink(node.current / "files"), f"{node.shared}/files")
                self.assertEqual(os.readlink(node.current / "conf/own.ini"), f"{node.shared}/conf/own.ini")
                self.assertTrue((node.current / "tmp").is_dir())
                self.assertEqual((node.current / ".seed/files/first").read_text(), "1")
        Path(source["url"].removeprefix("file://")).unlink()
        self.succeeds(node("source"))  # nothing is fetched again
        self.assertEqual(len([d for d in (node.root / "srv/app/it").iterdir() if d.is_dir() and not d.is_symlink()]), 2)

    def test_of_another_hash_is_refused(self):
        node = self.node()
        source = node.release("1", {"index.php": ""})
        found = source["sha256"]
        source["sha256"] = "0" * 64
        self.fails(node("source"), f"wrong sha256 of {source['url']}: {found}")
        self.assertFalse(node.current.exists())

    def test_strips_one_folder_or_says_that_there_is_none(self):
        node = self.node()
        node.release("1", {"a": "", "README": ""})
        self.succeeds(node("source"))  # one folder
        node.release("2", {"css/x": "", "js/y": ""})
        node.app["source"]["strip"] = 2
        self.fails(node("source"), "not one folder to strip in file://")

    def test_plugins_are_part_of_its_identity(self):
        node = self.node()
        plugin = node.release("p", {"plugin.php": "p"}) | {"into": "plugins/P"}
        source = node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.assertEqual(node.current.resolve().name, source["sha256"][:16])
        node.app["plugins"] = [plugin]
        self.succeeds(node("source"))
        self.assertNotEqual(node.current.resolve().name, source["sha256"][:16])
        self.assertEqual((node.current / "plugins/P/plugin.php").read_text(), "p")


if __name__ == "__main__":
    main()
