using Xunit;

namespace Bot.Tests.Channels.Telegram;

/// <summary>Every kind of update, and what becomes of it.</summary>
public sealed partial class UpdatesTests
{
    private const string Aigul = """ "from":{"id":1001,"is_bot":false,"first_name":"Айгүл","language_code":"kk"} """;
    private const string Home = """ "message_id":7,"date":1788249600,"chat":{"id":1001,"type":"private","first_name":"Айгүл"} """;
    private const string Desk = """ "message_id":8,"date":1788249600,"chat":{"id":-500,"type":"supergroup","title":"Desk"} """;
    private const string Elsewhere = """ "message_id":9,"date":1788249600,"chat":{"id":-600,"type":"group","title":"Family"} """;
    private const string Photo = """
        "photo":[{"file_id":"s","file_unique_id":"us","width":90,"height":60,"file_size":900},
                 {"file_id":"l","file_unique_id":"ul","width":1280,"height":853,"file_size":90000},
                 {"file_id":"m","file_unique_id":"um","width":320,"height":213,"file_size":9000}]
        """;

    /// <summary>id · sender@group (name, language) kind "text" !press [files] – or "nothing".</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "text", Private("\"text\":\"Сәлем\""), "message-5-7 · 1001 kk Said \"Сәлем\"" },
        { "caption and photo, the largest",
            Private(Photo + ",\"caption\":\"roof\""),
            "message-5-7 · 1001 kk Said \"roof\" [photo.jpg image/jpeg 90000 l]" },
        { "one of an album",
            Private(Photo + ",\"media_group_id\":\"77\""),
            "message-5-7 · 1001 kk Said \"\" [photo.jpg image/jpeg 90000 l]" },
        { "document",
            Private("""
                "document":{"file_id":"d","file_unique_id":"u","file_name":"акт.pdf","mime_type":"application/pdf","file_size":12}
                """),
            "message-5-7 · 1001 kk Said \"\" [акт.pdf application/pdf 12 d]" },
        { "document without a name", Private(""" "document":{"file_id":"d","file_unique_id":"u"} """),
            "message-5-7 · 1001 kk Said \"\" [document application/octet-stream 0 d]" },
        { "voice", Private(""" "voice":{"file_id":"v","file_unique_id":"u","duration":3,"mime_type":"audio/ogg","file_size":5} """),
            "message-5-7 · 1001 kk Said \"\" [voice.ogg audio/ogg 5 v]" },
        { "audio", Private(""" "audio":{"file_id":"a","file_unique_id":"u","duration":3,"file_name":"a.m4a","mime_type":"audio/mp4"} """),
            "message-5-7 · 1001 kk Said \"\" [a.m4a audio/mp4 0 a]" },
        { "video", Private(""" "video":{"file_id":"v","file_unique_id":"u","width":1,"height":1,"duration":3,"file_size":30000000} """),
            "message-5-7 · 1001 kk Said \"\" [video.mp4 video/mp4 30000000 v]" },
        { "round video", Private(""" "video_note":{"file_id":"n","file_unique_id":"u","length":1,"duration":3} """),
            "message-5-7 · 1001 kk Said \"\" [video.mp4 video/mp4 0 n]" },
        { "animation comes with its document", Private("""
            "animation":{"file_id":"g","file_unique_id":"u","width":1,"height":1,"duration":1},
            "document":{"file_id":"g","file_unique_id":"u","file_name":"a.mp4","mime_type":"video/mp4"}
            """), "message-5-7 · 1001 kk Said \"\" [a.mp4 video/mp4 0 g]" },
        { "location",
            Private(""" "location":{"latitude":51.16052,"longitude":71.47036} """),
            "message-5-7 · 1001 kk Said \"51.16052, 71.47036\"" },
        { "venue",
            Private("""
                "location":{"latitude":1.5,"longitude":2},
                "venue":{"location":{"latitude":1.5,"longitude":2},"title":"№ 5 мектеп","address":"Абай 1"}
                """),
            "message-5-7 · 1001 kk Said \"№ 5 мектеп\nАбай 1\n1.5, 2\"" },
        { "contact: nothing of it is kept",
            Private(""" "contact":{"phone_number":"+77010000000","first_name":"Болат"} """),
            "message-5-7 · 1001 kk Contact \"\"" },
        { "sticker",
            Private(""" "sticker":{"file_id":"s","file_unique_id":"u","type":"regular","width":1,"height":1,"emoji":"👍"} """),
            "message-5-7 · 1001 kk Said \"👍\"" },
        { "poll cannot be taken", Private(""" "poll":{"id":"1","question":"?"} """), "message-5-7 · 1001 kk Unreadable \"\"" },
        { "hidden link", Private("""
            "text":"осы лот","entities":[{"type":"text_link","offset":0,"length":7,"url":"https://goszakup.gov.kz/ru/announce/index/1"},
            {"type":"text_link","offset":0,"length":7,"url":"tg://user?id=5"}]
            """), "message-5-7 · 1001 kk Said \"осы лот\nhttps://goszakup.gov.kz/ru/announce/index/1\"" },
        { "somebody pinned something", Private(""" "pinned_message":{} """), "nothing" },
        { "edited",
            Update($$""" "edited_message":{ {{Home}},{{Aigul}},"edit_date":1788249700,"text":"түзету" } """),
            "edit-5-7 · 1001 kk Edited \"түзету\"" },
        { "moving location", Update($$""" "edited_message":{ {{Home}},{{Aigul}},"location":{"latitude":1,"longitude":2} } """), "nothing" },
        { "press", Update($$""" "callback_query":{"id":"99","chat_instance":"1",{{Aigul}},"message":{ {{Home}} },"data":"t:1"} """),
            "press-99 · 1001 kk Said \"\" !t:1" },
        { "press on a message too old to show",
            Update($$"""
                "callback_query":{"id":"99",{{Aigul}},"data":"t",
                "message":{"chat":{"id":1001,"type":"private"},"message_id":3,"date":0} }
                """),
            "press-99 · 1001 kk Said \"\" !t" },
        { "press without data",
            Update($$""" "callback_query":{"id":"99",{{Aigul}},"message":{ {{Home}} },"game_short_name":"x"} """),
            "nothing" },
        { "blocked",
            Update($$""" "my_chat_member":{ {{Home}},{{Aigul}},"new_chat_member":{"status":"kicked"} } """),
            "left-5 · 1001 kk Left \"\"" },
        { "unblocked",
            Update($$""" "my_chat_member":{ {{Home}},{{Aigul}},"new_chat_member":{"status":"member"} } """),
            "back-5 · 1001 kk Back \"\"" },
        { "thrown out of the coordinators' group",
            Update($$""" "my_chat_member":{"chat":{"id":-500,"type":"group"},{{Aigul}},"new_chat_member":{"status":"kicked"} } """),
            "nothing" },
        { "coordinator",
            Update($$""" "message":{ {{Desk}},{{Aigul}},"text":"/claim@our_bot 5" } """),
            "message-5-8 · 1001@-500 Айгүл kk Said \"/claim 5\"" },
        { "coordinator in a topic",
            Update($$""" "message":{ {{Desk}},{{Aigul}},"message_thread_id":12,"is_topic_message":true,"text":"hi" } """),
            "message-5-8 · 1001@-500 Айгүл #12 kk Said \"hi\"" },
        { "coordinator who replies in the general topic",
            Update($$""" "message":{ {{Desk}},{{Aigul}},"message_thread_id":12,"text":"hi" } """),
            "message-5-8 · 1001@-500 Айгүл kk Said \"hi\"" },
        { "command for another bot", Update($$""" "message":{ {{Desk}},{{Aigul}},"text":"/claim@other_bot 5" } """), "nothing" },
        { "coordinator's press", Update($$""" "callback_query":{"id":"98",{{Aigul}},"message":{ {{Desk}} },"data":"claim"} """),
            "press-98 · 1001@-500 Айгүл kk Said \"\" !claim" },
        { "another group", Update($$""" "message":{ {{Elsewhere}},{{Aigul}},"text":"hi" } """), "nothing" },
        { "another bot", Private("\"text\":\"hi\"").Replace("\"is_bot\":false", "\"is_bot\":true"), "nothing" },
        { "channel post",
            Update(""" "channel_post":{"message_id":1,"date":1,"chat":{"id":-1,"type":"channel"},"text":"news"} """),
            "nothing" },
        { "written in a channel's name", Private("\"text\":\"hi\",\"sender_chat\":{\"id\":-1,\"type\":\"channel\"}"), "nothing" },
        { "unknown kind", Update(""" "something_new":{"a":1} """), "nothing" },
        { "another language", Private("\"text\":\"hola\"").Replace("\"kk\"", "\"es\""), "message-5-7 · 1001 Said \"hola\"" },
        { "language with its country", Private("\"text\":\"hi\"").Replace("\"kk\"", "\"en-GB\""), "message-5-7 · 1001 en Said \"hi\"" },
        { "half a character", Private("\"text\":\"\\ud83d\""), "message-5-7 · 1001 kk Unreadable \"\"" },
    };

    private static string Private(string content) => Update($$""" "message":{ {{Home}},{{Aigul}},{{content}} } """);

    private static string Update(string content) => $$"""{"update_id":5,{{content}}}""";
}
