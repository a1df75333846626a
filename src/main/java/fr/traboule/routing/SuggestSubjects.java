package fr.traboule.routing;

import fr.traboule.web.Language;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds subjects from what people type: full text in their language and in French, accents and typing mistakes forgiven. It
 * only ever suggests (invariant I9): the person chooses, or not.
 */
@Service
public class SuggestSubjects {

    /** Beyond these, more words say nothing more. */
    private static final int MOST_WORDS = 80;

    private final JdbcClient jdbc;
    private final JdbcSubjects subjects;

    SuggestSubjects(JdbcClient jdbc, JdbcSubjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** The most likely first; those that are far less likely than the first are left out. */
    public List<Subject> suggest(String typed, Language language, int most) {
        var catalogue = subjects.catalogue();
        return jdbc
                .sql("""
                        with typed as (
                            select distinct word
                              from regexp_split_to_table(ground.plain(:typed), '[^[:alnum:]]+') as word
                             where length(word) between 2 and 40
                             limit :mostWords
                        ), meant as (
                            -- each word as it is, and the known word nearest to it where it is not known
                            select language, word from typed, unnest(:languages) as language
                            union
                            select language, near.word
                              from typed, unnest(:languages) as language,
                                   lateral (select k.word from routing.known_word k
                                             where k.language = language and k.word % typed.word
                                               and similarity(k.word, typed.word) > 0.4
                                             order by similarity(k.word, typed.word) desc, k.word
                                             limit 1) as near
                             where length(typed.word) > 4
                            union
                            -- one word alone may be the beginning of one: three letters are enough
                            select language, begun.word
                              from typed, unnest(:languages) as language,
                                   lateral (select k.word from routing.known_word k
                                             where k.language = language and k.word like typed.word || '%'
                                             order by k.word
                                             limit 8) as begun
                             where length(typed.word) >= 3 and (select count(*) from typed) = 1
                        ), asked as (
                            select distinct language, plainto_tsquery(('ground.' || language)::regconfig, word) as query
                              from meant
                        ), found as (
                            -- a word that few subjects have says more than one that many have
                            select t.subject_id, t.language,
                                   ts_rank(t.words, asked.query) / sqrt(count(*) over (partition by t.language, asked.query)) as worth
                              from asked join routing.subject_text t on t.language = asked.language and t.words @@ asked.query
                        ), weighed as (
                            select subject_id, sum(worth) as likelihood from found group by subject_id, language
                        )
                        select subject_id
                          from (select subject_id, max(likelihood) as likelihood, max(max(likelihood)) over () as highest
                                  from weighed group by subject_id) as likely
                         where likelihood > highest * 0.3
                         order by likelihood desc, subject_id
                         limit :most
                        """)
                .param("typed", typed.replace("\0", " "))
                .param("languages", languages(language))
                .param("mostWords", MOST_WORDS)
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(SubjectId::new)
                .flatMap(id -> catalogue.byId(id).stream())
                .filter(subject -> !subject.retired())
                .toList();
    }

    private static String[] languages(Language language) {
        return language == Language.FR ? new String[] {"fr"} : new String[] {language.code(), "fr"};
    }
}
