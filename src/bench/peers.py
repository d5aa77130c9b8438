#!/usr/bin/env python3
"""Splits labelled names, and measures two usual classifiers on the held-out part.

    peers.py split LABELLED.tsv SEED DIRECTORY     writes training.tsv and heldout.tsv: a row is held out
                                                   when the SHA-1 of its name, modulo 5, is the seed
    peers.py measure DIRECTORY                     weighted F1 of fastText and of a linear SVM

Needs Debian's fasttext and python3-sklearn (/usr/bin/python3) for `measure`.
"""
import hashlib
import pathlib
import subprocess
import sys
import unicodedata


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def split(labelled, seed, directory):
    directory.mkdir(parents=True, exist_ok=True)
    parts = {"training": [], "heldout": []}
    for name, label in rows(labelled):
        held_out = int(hashlib.sha1(name.encode()).hexdigest(), 16) % 5 == seed
        parts["heldout" if held_out else "training"].append(f"{name}\t{label}\n")
    for part, lines in parts.items():
        (directory / f"{part}.tsv").write_text("name\tcategory_path\n" + "".join(lines), encoding="utf-8")


def plain(name):
    return " ".join(unicodedata.normalize("NFKC", name).lower().split())


def svm(names, labels, held_out):
    """Tf-idf of character n-grams within words, then one against the rest."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True)
    model = LinearSVC(C=1.0).fit(vectors.fit_transform(names), labels)
    return list(model.predict(vectors.transform(held_out)))


def fasttext(names, labels, held_out, directory):
    """With character n-grams, as long names without spaces need them."""
    numbers = {label: i for i, label in enumerate(sorted(set(labels)))}
    of_number = {i: label for label, i in numbers.items()}
    training, question, model = (directory / f for f in ("ft.txt", "ft-heldout.txt", "ft"))
    training.write_text("".join(f"__label__{numbers[l]} {n}\n" for n, l in zip(names, labels)), encoding="utf-8")
    question.write_text("".join(f"{n}\n" for n in held_out), encoding="utf-8")
    options = "-minn 1 -maxn 4 -dim 100 -epoch 50 -lr 0.5 -loss softmax -thread 1 -bucket 200000 -verbose 0"
    subprocess.run(["fasttext", "supervised", "-input", training, "-output", model, *options.split()],
                   check=True, stderr=subprocess.DEVNULL)
    answer = subprocess.run(["fasttext", "predict", f"{model}.bin", question],
                            check=True, capture_output=True, text=True).stdout.splitlines()
    return [of_number[int(line.removeprefix("__label__"))] if line else "" for line in answer]


def measure(directory):
    from sklearn.metrics import f1_score

    names, labels = zip(*((plain(n), l) for n, l in rows(directory / "training.tsv")))
    held_out, truth = zip(*((plain(n), l) for n, l in rows(directory / "heldout.tsv")))
    for peer, guesses in (("fastText", fasttext(names, labels, held_out, directory)),
                          ("SVM", svm(names, labels, held_out))):
        print(f"  {peer:<12} {f1_score(truth, guesses, average='weighted'):.4f}")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "split":
        split(pathlib.Path(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4]))
    elif len(sys.argv) == 3 and sys.argv[1] == "measure":
        measure(pathlib.Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
