"""A .zip of submissions is read as if its files had been handed in themselves, one level deep."""

from __future__ import annotations

import io
import zipfile

from tests.conftest import Office, findings, row, table, the_day


def bundle(files: dict[str, bytes]) -> bytes:
    """A .zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def audited(name: str, data: bytes) -> Office:
    office = Office()
    office.files[name] = data
    return office


def test_the_files_of_a_bundle_are_read_each_with_its_own_names() -> None:
    inner = table(["2026-09-14", "语文", "日记", "书面", 40], headings=("日期", "学科", "作业内容", "类型", "时长(分钟)"))
    report = audited("报送.zip", bundle({"三(1)班.csv": inner, "三(2)班.csv": inner})).audit()
    assert [(day.school_class, day.minutes) for day in report.class_days] == [("1", 40), ("2", 40)]
    assert [sheet.name for sheet in report.files[0].sheets] == ["三(1)班.csv", "三(2)班.csv"]
    assert the_day(report).evidence[0].sheet == "三(1)班.csv"


def test_what_cannot_be_read_in_a_bundle_is_a_finding_and_the_rest_is_read() -> None:
    nested = bundle({"内.csv": table(row(30))})
    files = {
        "好.csv": table(row(30)),
        "坏.xlsx": b"PK\x03\x04",
        "扫描.pdf": b"%PDF",
        "内.zip": nested,
        "照片说明.txt": b"x",
        "~$好.xlsx": b"x",
    }
    report = audited("报送.zip", bundle(files)).audit()
    assert not report.complete
    assert [finding.message for finding in findings(report, "unreadable-file")] == ["报送.zip/坏.xlsx 已损坏或不完整，无法读取"]
    assert len(findings(report, "unsupported-file")) == 2
    assert the_day(report).minutes == 30
    assert {sheet.name: sheet.reason for sheet in report.files[0].sheets if sheet.reason} == {
        "坏.xlsx": "damaged",
        "扫描.pdf": "document",
        "内.zip": "archive",
        "照片说明.txt": "other-type",
        "~$好.xlsx": "owner-file",
    }


def test_a_bomb_in_a_bundle_is_not_opened() -> None:
    report = audited("炸弹.zip", bundle({f"{n}.csv": b"0" * (40 << 20) for n in range(8)})).audit()
    assert [finding.params["reason"] for finding in findings(report, "unreadable-file")] == ["limit"]


def test_an_encrypted_bundle() -> None:
    encrypted = bytearray(bundle({"三(1)班.csv": table(row(30))}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        encrypted[encrypted.find(signature) + offset] |= 1
    report = audited("密码.zip", bytes(encrypted)).audit()
    assert [finding.params["reason"] for finding in findings(report, "unreadable-file")] == ["encrypted"]


def test_names_of_an_old_chinese_windows_are_gbk() -> None:
    inner = table(["2026-09-14", "语文", "日记", "书面", 40], headings=("日期", "学科", "作业内容", "类型", "时长(分钟)"))
    data = bundle({"C1-bann.csv": inner})  # as long as the name below in GBK
    report = audited("报送.zip", data.replace(b"C1-bann.csv", "三(1)班.csv".encode("gbk"))).audit()
    assert [sheet.name for sheet in report.files[0].sheets] == ["三(1)班.csv"]
