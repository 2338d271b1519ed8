#!/usr/bin/env python3
"""Distils the machine-readable Telegram Bot API into the small table that the fake checks requests, updates and answers against.

Origin: PaulSonOfLars/telegram-bot-api-spec (MIT licence), its api.json, made from the Bot API's public documentation.
Kept: names, required flags and types of the methods that the fake serves and of every type that they reach. No prose.
Use: python3 distil.py path/to/api.json > bot-api.json
"""
import json
import sys

METHODS = """getMe getUpdates setWebhook deleteWebhook getWebhookInfo sendMessage editMessageText editMessageReplyMarkup
deleteMessage answerCallbackQuery getFile setMyCommands getMyCommands deleteMyCommands sendChatAction editMessageCaption
sendPhoto sendDocument sendVoice sendVideo sendMediaGroup copyMessage forwardMessage
setMyName getMyName setMyDescription getMyDescription setMyShortDescription getMyShortDescription
createForumTopic editForumTopic closeForumTopic reopenForumTopic deleteForumTopic""".split()
# Updates that the fake can make: their types are reached too.
UPDATES = ["update_id", "message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]
# Parts of a message or chat that nothing here makes or reads; leaving them out keeps the table small.
SKIPPED = ("gift", "giveaway", "passport", "invoice", "payment", "video_chat", "suggested_post", "boost", "story",
           "checklist", "paid_", "poll", "game", "background", "business", "direct_message", "web_app", "shared", "rating", "managed",
           "external_reply", "guest", "unique", "refunded", "community", "ownership", "live_photo", "rich", "profile")


def fields(entity):
    kept = [f for f in entity.get("fields", []) if f["required"] or not f["name"].startswith(SKIPPED)]
    return {f["name"] + ("!" if f["required"] else ""): f["types"] for f in kept}


def main(path):
    api = json.load(open(path, encoding="utf-8"))
    methods = {name: {"returns": api["methods"][name]["returns"], "takes": {
        f["name"] + ("!" if f["required"] else ""): f["types"] for f in api["methods"][name].get("fields", [])}} for name in METHODS}
    # Photos and videos may be mixed in an album, which "array of one or array of the other" does not say.
    methods["sendMediaGroup"]["takes"]["media!"] = ["Array of InputMedia"]
    types, waiting = {}, ["Update"]
    for method in methods.values():
        waiting += method["returns"] + [t for ts in method["takes"].values() for t in ts]
    while waiting:
        name = waiting.pop().replace("Array of ", "")
        if name in types or name not in api["types"] or name.startswith(("InputRich", "RichBlock", "RichText")):
            continue
        entity = api["types"][name]
        if entity.get("subtypes"):
            types[name] = {"one of": entity["subtypes"]}
            waiting += entity["subtypes"]
            continue
        kept = fields(entity)
        if name == "Update":
            kept = {key: value for key, value in kept.items() if key.rstrip("!") in UPDATES}
        types[name] = kept
        waiting += [t for ts in kept.values() for t in ts]
    lines = lambda table: ",\n".join(f"    {json.dumps(k)}: {json.dumps(table[k])}" for k in sorted(table))
    print("{")
    print(f'  "origin": "PaulSonOfLars/telegram-bot-api-spec, MIT licence; distilled by distil.py",')
    print(f'  "version": {json.dumps(api["version"])},\n  "released": {json.dumps(api["release_date"])},')
    print(f'  "methods": {{\n{lines(methods)}\n  }},\n  "types": {{\n{lines(types)}\n  }}\n}}')


main(sys.argv[1])
