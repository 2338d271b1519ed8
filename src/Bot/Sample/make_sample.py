#!/usr/bin/env python3
"""Makes the bundled sample out of a folder of originals (data/*.csv, refs/*.csv, refs/*.json).

    python3 make_sample.py ORIGINALS [OUTPUT]

Writes gzip-compressed JSON lines in the field names of the portal's GraphQL service, the same bytes at every run. Needs nothing
but Python 3. What is left out, and why, is told in README.md; the counts of it are printed at the end.
"""
import csv
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEVELS = {"oblast": 1, "district": 2, "sub_district": 3, "settlement": 4}
REFERENCES = {
    "RefTradeMethods": "ref_trade_methods.json",
    "RefLotsStatus": "ref_lots_status.json",
    "RefBuyStatus": "ref_buy_status.json",
    "RefContractStatus": "ref_contract_status.json",
}
CAPITAL, SMALL = "А-ЯЁӘҒҚІҢӨҰҮҺ", "а-яёәғқіңөұүһ"
PERSON = re.compile(
    rf"\b[{CAPITAL}][{SMALL}]+\s+[{CAPITAL}]\.\s?[{CAPITAL}]\."                         # surname and two initials
    rf"|\b[{CAPITAL}][{SMALL}]+\s+[{CAPITAL}][{SMALL}]+(?:ович|евич|овна|евна|ұлы|улы|қызы|кызы)\b"    # name and patronymic
    rf"|\b(?:ИП|ЖК)\s+[«\"]?[{CAPITAL}][{SMALL}]+\s+[{CAPITAL}]"                         # sole proprietor under a person's name
    r"|\b\d{4}[0-3]\d{7}\b|\S+@\S+")                                                    # private number, e-mail
MOBILE = re.compile(r"(?:\+7|\b8)[\s(-]*7\d\d[\s)-]*\d{3}[\s-]*\d\d[\s-]*\d\d\b")
left_out = Counter()


def rows(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def text(value, where):
    """The text on one line, without mobile numbers; nothing when it names a private person."""
    value = re.sub(r"\s+", " ", value or "").strip()
    if PERSON.search(value):
        left_out[f"{where}: text naming a person"] += 1
        return None
    shorter = MOBILE.sub("…", value)
    if shorter != value:
        left_out[f"{where}: mobile number"] += 1
    return shorter or None


def number(value):
    if value in ("", None):
        return None
    value = float(value)
    return int(value) if value == int(value) else value


def business(value):
    """A business number, or nothing for the number of a private person (fifth digit 0 to 3)."""
    if re.fullmatch(r"\d{4}[4-6]\d{7}", value or ""):
        return value
    if value:
        left_out["contracts: private supplier's number"] += 1
    return None


def compact(record):
    """Without the fields that are empty, at any depth."""
    if isinstance(record, dict):
        pairs = ((name, compact(value)) for name, value in record.items())
        return {name: value for name, value in pairs if value not in (None, "", [], {})}
    return [compact(item) for item in record] if isinstance(record, list) else record


def references(refs):
    for table, file in REFERENCES.items():
        for row in sorted(json.loads((refs / file).read_text(encoding="utf-8")), key=lambda row: row["id"]):
            code = {"symbolCode": row["symbol_code"], "type": row["type"]} if "symbol_code" in row else {"code": row["code"]}
            yield {"__typename": table, "id": row["id"], **code, "nameRu": row["name_ru"], "nameKz": row["name_kz"]}


def places(refs):
    table = rows(refs / "kato_2025.csv")
    levels = {row["kato"]: LEVELS[row["level"]] for row in table}

    def parent(code):
        ancestors = (code[:digits] + "0" * (9 - digits) for digits in (6, 4, 2))
        return next((above for above in ancestors if levels.get(above, 9) < levels[code]), None)

    for row in sorted(table, key=lambda row: row["kato"]):
        code = row["kato"]
        yield {"__typename": "RefKato", "code": code, "level": levels[code], "parentCode": parent(code),
               "nameRu": row["name_ru"], "nameKz": row["name_kk"]}


def organisations(refs):
    for row in sorted(rows(refs / "organisations_observed.csv"), key=lambda row: row["bin"]):
        yield {"__typename": "Subject", "bin": row["bin"], "nameRu": row["name_ru"], "nameKz": row["name_kz"]}


def plans(data):
    for row in sorted(rows(data / "plans_2020-06-12_500.csv"), key=lambda row: int(row["id"])):
        yield {
            "__typename": "PlnPoint", "id": int(row["id"]), "rootrecordId": int(row["rootrecord_id"]),
            "plnPointYear": int(row["pln_point_year"]),
            "subjectBiin": row["subject_biin"], "subjectNameRu": row["subject_name_ru"], "subjectNameKz": row["subject_name_kz"],
            **{camel: text(row[snake], "plans") for camel, snake in (
                ("nameRu", "name_ru"), ("nameKz", "name_kz"), ("descRu", "desc_ru"), ("descKz", "desc_kz"),
                ("extraDescRu", "extra_desc_ru"), ("extraDescKz", "extra_desc_kz"), ("supplyDateRu", "supply_date_ru"))},
            "refEnstruCode": row["ref_enstru_code"], "refUnitsCode": row["ref_units_code"],
            **{camel: number(row[snake]) for camel, snake in (
                ("refSubjectTypeId", "ref_subject_type_id"), ("refTradeMethodsId", "ref_trade_methods_id"), ("count", "count"),
                ("price", "price"), ("amount", "amount"), ("refMonthsId", "ref_months_id"),
                ("refPlnPointStatusId", "ref_pln_point_status_id"), ("refFinsourceId", "ref_finsource_id"),
                ("refJustificationId", "ref_justification_id"), ("prepayment", "prepayment"), ("systemId", "system_id"))},
            "dateCreate": row["date_create"], "timestamp": row["timestamp"], "PlanActs": {"dateApproved": row["date_approved"]},
        }


def contracts(data):
    for row in sorted(rows(data / "contracts_2020-02_500.csv"), key=lambda row: int(row["id"])):
        yield {
            "__typename": "Contract",
            **{camel: number(row[snake]) for camel, snake in (
                ("id", "id"), ("parentId", "parent_id"), ("rootId", "root_id"), ("trdBuyId", "trd_buy_id"),
                ("refContractStatusId", "ref_contract_status_id"), ("refContractTypeId", "ref_contract_type_id"),
                ("refContractYearTypeId", "ref_contract_year_type_id"), ("refSubjectTypeId", "ref_subject_type_id"),
                ("faktTradeMethodsId", "fakt_trade_methods_id"), ("finYear", "fin_year"), ("contractSum", "contract_sum"),
                ("contractSumWnds", "contract_sum_wnds"), ("faktSum", "fakt_sum"), ("systemId", "system_id"))},
            "trdBuyNumberAnno": row["trd_buy_number_anno"], "contractNumberSys": row["contract_number_sys"],
            **{camel: text(row[snake], "contracts") for camel, snake in (
                ("trdBuyNameRu", "trd_buy_name_ru"), ("trdBuyNameKz", "trd_buy_name_kz"),
                ("descriptionRu", "description_ru"), ("descriptionKz", "description_kz"))},
            "customerBin": row["customer_bin"], "supplierBiin": business(row["supplier_biin"]),
            **{camel: row[snake] for camel, snake in (
                ("crdate", "crdate"), ("signDate", "sign_date"), ("trdBuyItogiDatePublic", "trd_buy_itogi_date_public"),
                ("ecEndDate", "ec_end_date"), ("planExecDate", "plan_exec_date"), ("faktExecDate", "fakt_exec_date"),
                ("contractEndDate", "contract_end_date"), ("lastUpdateDate", "last_update_date"))},
        }


def subject_type(row):
    """1 goods, 2 works, 3 services: the page names works and services in its note on dumping and in the unit."""
    if "Работа" in (row["unit"], row["dumping_status"].split(" ")[0]):
        return 2
    return 3 if row["unit"] == "Одна услуга" or row["dumping_status"].startswith("Услуга") else 1


def plan_of_lot(row, kazakh):
    """The plan item nested in a lot. A zero for code, quantity or price means that the page showed none; so does the unit then."""
    code = row["category_code"] if re.fullmatch(r"\d{6}\.\d{3}\.\d{6}", row["category_code"]) else None
    price = number(row["unit_price"]) or None
    if price is None:
        left_out["lots: zeros for no price, quantity or unit"] += 1
    same_ru, name_kz = kazakh.get(code, (None, None))
    return {
        "extraDescRu": text(row["extra_desc_ru"], "lots"), "price": price, "prepayment": number(row["advance_payment_pct"]),
        "refSubjectTypeId": subject_type(row), "RefUnits": {"nameRu": row["unit"] if price else None},
        "RefEnstru": {"code": code, "nameKz": name_kz if same_ru == row["name_ru"] else None},
    }


def bids_due(row):
    """Purchases of special order take no bids; the office hours of one day in their place were filled in by the collector."""
    if row["publish_date"][11:] == "09:00:00" and row["deadline_date"] == row["publish_date"][:11] + "18:00:00":
        left_out["lots: office hours for no closing time"] += 1
        return None
    return row["deadline_date"]


def lots(data, refs):
    methods = {row["symbol_code"]: row["id"] for row in json.loads((refs / "ref_trade_methods.json").read_text(encoding="utf-8"))}
    statuses = {row["name_ru"]: row["id"] for row in json.loads((refs / "ref_lots_status.json").read_text(encoding="utf-8"))}
    kazakh = {row["code"]: (row["name_ru"], row["name_kz"]) for row in rows(refs / "enstru_partial.csv") if row["name_kz"]}
    invented = rows(data / "lots_synthetic_brand_lock.csv")
    fake = {row["lot_id"] for row in invented} | {row["portal_lot_id"] for row in invented}
    for row in sorted(rows(data / "lots_2026-02.csv"), key=lambda row: int(row["portal_lot_id"])):
        if fake & {row["lot_id"], row["portal_lot_id"]}:
            left_out["lots: invented"] += 1
            continue
        plan = plan_of_lot(row, kazakh)
        yield {
            "__typename": "Lots", "id": int(row["portal_lot_id"]), "lotNumber": row["lot_id"], "trdBuyId": int(row["trd_buy_id"]),
            "nameRu": text(row["name_ru"], "lots"), "descriptionRu": text(row["desc_ru"], "lots"),
            "customerBin": row["customer_bin"], "customerNameRu": re.sub(r"\s+", " ", row["customer_name"]).strip(),
            "amount": number(row["budget"]), "count": number(row["quantity"]) if "price" in compact(plan) else None,
            "refLotStatusId": statuses[row["lot_status"]], "refBuyTradeMethodsId": methods[row["method_code"]],
            "TrdBuy": {"id": int(row["trd_buy_id"]), "publishDate": row["publish_date"], "endDate": bids_due(row)},
            "Plans": [plan],
        }


def write(path, records):
    lines = [json.dumps(compact(record), ensure_ascii=False, separators=(",", ":")) for record in records]
    packed = gzip.compress("".join(line + "\n" for line in lines).encode("utf-8"), compresslevel=9, mtime=0)
    path.write_bytes(packed)
    print(f"{path.name}: {len(lines)} records, {len(packed)} bytes")


def main(originals, output=HERE):
    data, refs = Path(originals) / "data", Path(originals) / "refs"
    output = Path(output)
    write(output / "references.jsonl.gz", references(refs))
    write(output / "places-2025.jsonl.gz", places(refs))
    write(output / "organisations.jsonl.gz", organisations(refs))
    write(output / "plans-2020-06.jsonl.gz", plans(data))
    write(output / "contracts-2020-02.jsonl.gz", contracts(data))
    write(output / "lots-2026-02.jsonl.gz", lots(data, refs))
    for what, count in sorted(left_out.items()):
        print(f"left out: {count} × {what}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
